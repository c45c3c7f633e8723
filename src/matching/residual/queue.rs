//! Nodes by distance, nearest first: a binary heap that knows where each node stands, so that a node that
//! comes nearer moves up instead of being queued again. Dense problems improve labels a thousand times a node.

/// Every node at most once. Ties are broken by the node, so that the order never depends on history.
#[derive(Debug, Clone)]
pub(in crate::matching) struct Queue {
    heap: Vec<(i64, u32)>,
    /// Per node its place in the heap, or `OUT`.
    place: Vec<u32>,
}

const OUT: u32 = u32::MAX;

impl Queue {
    pub fn new(nodes: usize) -> Self {
        Self { heap: Vec::new(), place: vec![OUT; nodes] }
    }

    pub fn clear(&mut self) {
        for (_, node) in self.heap.drain(..) {
            self.place[node as usize] = OUT;
        }
    }

    pub fn first(&self) -> Option<(i64, u32)> {
        self.heap.first().copied()
    }

    /// Queues a node, or moves it up.
    pub fn put(&mut self, distance: i64, node: u32) {
        let mut at = self.place[node as usize] as usize;
        if at >= self.heap.len() {
            at = self.heap.len();
            self.heap.push((distance, node));
        }
        while at > 0 {
            let above = (at - 1) / 2;
            if self.heap[above] <= (distance, node) {
                break;
            }
            self.set(at, self.heap[above]);
            at = above;
        }
        self.set(at, (distance, node));
    }

    pub fn pop(&mut self) -> Option<(i64, u32)> {
        let top = self.first()?;
        let last = self.heap.pop()?;
        self.place[top.1 as usize] = OUT;
        if self.heap.is_empty() {
            return Some(top);
        }
        let mut at = 0;
        while let Some(&left) = self.heap.get(2 * at + 1) {
            let right = self.heap.get(2 * at + 2).filter(|&&right| right < left);
            let (below, entry) = right.map_or((2 * at + 1, left), |&right| (2 * at + 2, right));
            if entry >= last {
                break;
            }
            self.set(at, entry);
            at = below;
        }
        self.set(at, last);
        Some(top)
    }

    fn set(&mut self, at: usize, entry: (i64, u32)) {
        self.heap[at] = entry;
        self.place[entry.1 as usize] = at as u32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_come_out_by_distance_and_once() {
        let (mut queue, mut truth) = (Queue::new(97), [i64::MAX; 97]);
        let mut seed = 1u64;
        for round in 0..3000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let (node, distance) = ((seed >> 33) as usize % 97, (seed >> 50) as i64 % 50);
            if distance < truth[node] {
                truth[node] = distance;
                queue.put(distance, node as u32);
            }
            if round % 3 == 0 {
                let nearest = (0..97u32).map(|n| (truth[n as usize], n)).filter(|e| e.0 < i64::MAX).min();
                assert_eq!(queue.first(), nearest);
                assert_eq!(queue.pop(), nearest);
                nearest.into_iter().for_each(|(_, node)| truth[node as usize] = i64::MAX);
            }
        }
        assert!(queue.first().is_some());
        queue.clear();
        assert_eq!(queue.pop(), None);
        queue.put(1, 3);
        assert_eq!((queue.pop(), queue.pop()), (Some((1, 3)), None));
    }
}
