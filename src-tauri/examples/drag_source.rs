//! `drag_source FILE`: a small window from which a file can be dragged with the pointer, as from a
//! desktop's file manager.

#[cfg(target_os = "linux")]
fn main() {
    if let Err(error) = source::offer() {
        // Whoever drives has gone away: then nobody is left to tell.
        drop(std::io::Write::write_fmt(
            &mut std::io::stderr(),
            format_args!("drag_source: {error}\n"),
        ));
    }
}

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
mod source {
    use std::error::Error;
    use std::path::PathBuf;

    use gtk::gdk::{DragAction, ModifierType};
    use gtk::prelude::{
        ContainerExt as _, GtkWindowExt as _, WidgetExt as _, WidgetExtManual as _,
    };
    use gtk::{EventBox, Label, TargetEntry, TargetFlags, Window, WindowType, glib};

    /// Shows the window until a drag has ended.
    pub(crate) fn offer() -> Result<(), Box<dyn Error>> {
        let file = std::env::args_os()
            .nth(1)
            .ok_or("name the file that is offered")?;
        let uri = glib::filename_to_uri(PathBuf::from(file), None)?;
        gtk::init()?;
        let files = TargetEntry::new("text/uri-list", TargetFlags::OTHER_APP, 0);
        let handle = EventBox::new();
        handle.add(&Label::new(Some("Drag from here")));
        handle.drag_source_set(ModifierType::BUTTON1_MASK, &[files], DragAction::COPY);
        handle.connect_drag_data_get(move |_, _, selection, _, _| {
            selection.set_uris(&[&uri]);
        });
        // Dropped or given up: whoever drives sees that it is over.
        handle.connect_drag_end(|_, _| gtk::main_quit());
        let window = Window::new(WindowType::Toplevel);
        window.set_title("Drag source");
        window.set_default_size(160, 60);
        window.add(&handle);
        window.show_all();
        gtk::main();
        Ok(())
    }
}
