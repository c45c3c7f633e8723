//! A list that its copies share: a change copies the chunk it falls in, and nothing else. What copying a
//! plan's consequences for a look at one target costs does not grow with the people.
use std::sync::Arc;

const SIZE: usize = 256;

/// `None`: nothing in it was ever written.
type Chunk<T> = Option<Arc<[T]>>;

/// A list of one length, blank until written.
#[derive(Clone, Debug)]
pub struct Chunks<T> {
    blank: T,
    chunks: Vec<Chunk<T>>,
}

impl<T: Clone> Chunks<T> {
    /// That many blanks.
    pub fn of(blank: T, length: usize) -> Self {
        Self { blank, chunks: vec![None; length.div_ceil(SIZE)] }
    }

    /// One member.
    pub fn get(&self, at: usize) -> &T {
        self.chunks[at / SIZE].as_ref().map_or(&self.blank, |chunk| &chunk[at % SIZE])
    }

    /// One member, to be changed.
    pub fn get_mut(&mut self, at: usize) -> &mut T {
        let chunk = self.chunks[at / SIZE].get_or_insert_with(|| vec![self.blank.clone(); SIZE].into());
        &mut Arc::make_mut(chunk)[at % SIZE]
    }

    /// Every member of the chunks that were written, in order; those left out are blank.
    pub fn written(&self) -> impl Iterator<Item = (usize, &T)> {
        let written = self.chunks.iter().enumerate().filter_map(|(at, chunk)| Some((at * SIZE, chunk.as_ref()?)));
        written.flat_map(|(first, chunk)| (first..).zip(chunk.iter()))
    }
}

impl<T: PartialEq> PartialEq for Chunks<T> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, other): (&Chunk<T>, &Chunk<T>)| match (one, other) {
            (None, None) => true,
            (Some(one), Some(other)) => Arc::ptr_eq(one, other) || one == other,
            (Some(chunk), None) | (None, Some(chunk)) => chunk.iter().all(|member| *member == self.blank),
        };
        self.blank == other.blank && self.chunks.len() == other.chunks.len() && self.chunks.iter().zip(&other.chunks).all(same)
    }
}
impl<T: Eq> Eq for Chunks<T> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_changes_nothing_of_what_it_was_copied_from() {
        let mut first = Chunks::of(0, 1000);
        *first.get_mut(300) = 3;
        let mut second = first.clone();
        assert_eq!(first, second);
        *second.get_mut(301) = 4;
        *second.get_mut(999) = 5;
        assert_eq!((*first.get(300), *first.get(301), *first.get(999)), (3, 0, 0));
        assert_eq!((*second.get(300), *second.get(301), *second.get(999)), (3, 4, 5));
        assert_ne!(first, second);
        let written =
            |list: &Chunks<i32>| list.written().filter(|(_, it)| **it != 0).map(|(at, it)| (at, *it)).collect::<Vec<_>>();
        assert_eq!(written(&second), [(300, 3), (301, 4), (999, 5)]);
        *second.get_mut(301) = 0;
        *second.get_mut(999) = 0;
        assert_eq!(first, second);
    }
}
