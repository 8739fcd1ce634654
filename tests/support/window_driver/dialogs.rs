//! Windows that come up on their own: the native file dialogs and the one for a password.

use std::path::Path;
use std::time::Instant;

use fantoccini::wd::WindowHandle;

use super::{Album, DriveError, PATIENCE, Window, handle};

/// Two windows: the one that was left, and the one beside it.
#[derive(Debug)]
pub struct Beside {
    main: WindowHandle,
    own: WindowHandle,
}

impl Window {
    /// Answers the native dialog titled `title` with a path, typed into it.
    pub async fn answer_dialog(&self, title: &str, path: &Path) -> Result<(), DriveError> {
        let dialog = self.display.wait_for(title).await?;
        self.display.focus(&dialog)?;
        self.display.press("slash")?;
        self.display.press("ctrl+a")?;
        self.display.type_text(&path.display().to_string())?;
        self.display.press("Return")?;
        self.leave(title).await
    }

    /// Answers the native dialog titled `title`, with a path or with what it proposes.
    pub(super) async fn close_dialog(
        &self,
        title: &str,
        path: Option<&Path>,
    ) -> Result<(), DriveError> {
        match path {
            Some(path) => self.answer_dialog(title, path).await,
            None => self.confirm_dialog(title).await,
        }
    }

    /// Confirms what the native dialog titled `title` proposes.
    pub async fn confirm_dialog(&self, title: &str) -> Result<(), DriveError> {
        let dialog = self.display.wait_for(title).await?;
        self.display.focus(&dialog)?;
        self.display.press("Return")?;
        self.leave(title).await
    }

    /// Waits for the password window, types the secret into it, and Enter.
    pub async fn enter_secret(&self, secret: &str) -> Result<(), DriveError> {
        self.answer_secret(secret, None).await
    }

    /// The same, with a picture of the password window.
    pub async fn enter_secret_pictured(
        &self,
        secret: &str,
        album: &mut Album,
    ) -> Result<(), DriveError> {
        self.answer_secret(secret, Some(album)).await
    }

    /// The window on the display whose page WebDriver looks at. A page has a name of its own until it knows
    /// what for, so its title is asked for until a window bears it.
    async fn looked_at(&self) -> Result<String, DriveError> {
        let began = Instant::now();
        loop {
            let title = self.page.title().await?;
            if let Some(window) = self.display.find(&title)? {
                return Ok(window);
            }
            self.give_up_after(began, PATIENCE, "the window of this page")
                .await?;
        }
    }

    async fn answer_secret(
        &self,
        secret: &str,
        album: Option<&mut Album>,
    ) -> Result<(), DriveError> {
        let beside = self.step_aside(&handle("secret-input")).await?;
        let field = handle("secret-input");
        self.find(&format!("{field}:focus")).await?;
        if let Some(album) = album {
            album.take(self, "password").await?;
        }
        self.type_into(&field, secret).await?;
        self.display.press("Return")?;
        self.step_back(beside).await
    }

    /// Goes to the window beside this one, once it shows `selector`, and gives it the keyboard.
    pub async fn step_aside(&self, selector: &str) -> Result<Beside, DriveError> {
        let main = self.page.window().await?;
        let own = self.wait_for_another(&main).await?;
        self.page.switch_to_window(own.clone()).await?;
        self.find(selector).await?;
        let window = self.looked_at().await?;
        self.display.focus(&window)?;
        Ok(Beside { main, own })
    }

    /// Goes back once the window beside has closed.
    pub async fn step_back(&self, beside: Beside) -> Result<(), DriveError> {
        self.wait_until_closed(&beside.own).await?;
        self.page.switch_to_window(beside.main).await?;
        self.focus_main().await
    }

    /// Reads what would happen, in the window that asks for it, and agrees.
    pub async fn agree(&self, album: &mut Album) -> Result<(), DriveError> {
        let button = format!("{}:not(:disabled)", handle("agree"));
        let beside = self.step_aside(&button).await?;
        album.take(self, "review").await?;
        self.click(&handle("agree")).await?;
        self.step_back(beside).await
    }

    /// Gives the keyboard back to the main window.
    pub async fn focus_main(&self) -> Result<(), DriveError> {
        let main = self.display.wait_for("Reseal").await?;
        self.display.focus(&main)
    }

    async fn leave(&self, title: &str) -> Result<(), DriveError> {
        let began = Instant::now();
        while self.display.find(title)?.is_some() {
            self.give_up_after(began, PATIENCE, &format!("the dialog {title:?} close"))
                .await?;
        }
        self.focus_main().await
    }

    /// Waits until WebDriver sees a window besides `main`.
    pub async fn wait_for_another(&self, main: &WindowHandle) -> Result<WindowHandle, DriveError> {
        let began = Instant::now();
        loop {
            let all = self.page.windows().await?;
            if let Some(other) = all.into_iter().find(|window| window != main) {
                return Ok(other);
            }
            self.give_up_after(began, PATIENCE, "a second window")
                .await?;
        }
    }

    async fn wait_until_closed(&self, window: &WindowHandle) -> Result<(), DriveError> {
        let began = Instant::now();
        while self.page.windows().await?.contains(window) {
            self.give_up_after(began, PATIENCE, "the window beside close")
                .await?;
        }
        Ok(())
    }
}
