//! The rule packs of a workspace: those of the program, and its own in the folder `rules`.
use super::workspace::{Workspace, WorkspaceError};
use crate::rules::{Pack, PackText};

impl Workspace {
    /// The rule pack that counts.
    ///
    /// # Errors
    /// [`WorkspaceError::Pack`].
    pub fn pack(&self) -> Result<Pack, WorkspaceError> {
        self.pack_of(&self.settings.rules)
    }

    /// The pack of these names: files `NAME.ron` in the folder `rules`, or packs of the program.
    ///
    /// # Errors
    /// [`WorkspaceError::Pack`] with file, line and column.
    pub fn pack_of(&self, names: &[String]) -> Result<Pack, WorkspaceError> {
        let own = |name: &str| {
            let file = format!("{name}.ron");
            // A name is a file of that folder, and no way out of it.
            let is_plain = !name.is_empty() && !name.contains(['/', '\\', '\0']) && name != "..";
            let text = is_plain.then(|| std::fs::read_to_string(self.root.join("rules").join(&file)).ok()).flatten()?;
            Some(PackText { place: self.root.join("rules").join(file).display().to_string(), text })
        };
        let pack = Pack::load(names, &own)?;
        self.check_profiles(&pack)?;
        Ok(pack)
    }

    /// A profile chosen by name must be in the pack.
    fn check_profiles(&self, pack: &Pack) -> Result<(), WorkspaceError> {
        let it = &self.settings.parameters.profiles;
        let chosen = [&it.minimum_tenure, &it.jpm, &it.nine_box, &it.retirement, &it.working_hours];
        for ((list, known), name) in pack.profile_names().into_iter().zip(chosen) {
            if let Some(name) = name.as_ref().filter(|name| !known.contains(&name.as_str())) {
                let (path, known) = (self.root.join("workspace.ron"), known.join(", "));
                return Err(WorkspaceError::Profile { path, list, name: name.clone(), known });
            }
        }
        Ok(())
    }

    /// The pack that the one in force is looked at beside: the next that the workspace names and that stands for itself, or
    /// else the first of the program that is another.
    pub fn pack_beside(&self, pack: &Pack) -> Option<Pack> {
        let named = self.settings.rules.iter().skip(1).cloned();
        let mut others = named.chain(Pack::known().map(ToOwned::to_owned));
        // An addition stands for nothing by itself.
        others.find_map(|name| self.pack_of(&[name]).ok().filter(|other| pack.name.split('+').all(|known| known != other.name)))
    }

    /// The names of the packs there are: those of the program, then the workspace's own.
    pub fn packs(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.root.join("rules")).into_iter().flatten().flatten();
        let name = |entry: std::fs::DirEntry| entry.file_name().to_str()?.strip_suffix(".ron").map(ToOwned::to_owned);
        let mut own: Vec<String> = entries.filter_map(name).collect();
        own.sort();
        own.retain(|name| Pack::known().all(|known| known != name));
        Pack::known().map(ToOwned::to_owned).chain(own).collect()
    }
}
