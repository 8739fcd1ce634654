//! One driven window: how it is opened, and what can be seen in it.

use std::fs::{self, File};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder, Locator, elements::Element};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use super::group::Group;
use super::keyring::{with_keyring, without_keyring};
use super::memory::occurrences;
use super::{Display, DriveError, GLANCE, Home, PATIENCE};

/// The title of the main window.
const TITLE: &str = "Reseal";

/// How a window is opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Tells people whose files these are.
    pub name: &'static str,
    /// Arguments of the app besides `--state`.
    pub arguments: Vec<String>,
    /// The display's width and height in pixels.
    pub screen: (u32, u32),
    /// How many pixels a point has: 2 is 200 %.
    pub scale: u32,
    /// Whether a keyring answers.
    pub keyring: bool,
    /// The file of the certificates that this computer trusts, in place of its own.
    pub trusted: Option<PathBuf>,
}

impl Opening {
    /// A display on which the app's window fits just so, with a keyring.
    pub fn new(name: &'static str) -> Self {
        let (arguments, screen) = (Vec::new(), (1280, 800));
        Self {
            name,
            arguments,
            screen,
            scale: 1,
            keyring: true,
            trusted: None,
        }
    }

    /// The same with one argument more for the app.
    #[must_use]
    pub fn with(mut self, argument: &str) -> Self {
        self.arguments.push(argument.to_owned());
        self
    }
}

/// The app's window on a display of its own.
#[derive(Debug)]
pub struct Window {
    /// The page, as WebDriver sees it.
    pub page: Client,
    /// The display.
    pub display: Display,
    /// The app's home folder.
    pub home: Home,
    driver: Group,
}

/// The app to drive: the one that `RESEAL_DRIVEN` names, else the one that was built together with
/// the running program. A released app cannot be driven.
pub fn app_binary() -> PathBuf {
    if let Some(named) = std::env::var_os("RESEAL_DRIVEN") {
        return named.into();
    }
    let me = std::env::current_exe().unwrap_or_default();
    let mut beside = me.ancestors().skip(1).map(|folder| folder.join("reseal"));
    beside
        .find(|app| app.is_file())
        .unwrap_or_else(|| PathBuf::from("reseal"))
}

/// The selector of a control by its handle in the page, `data-testid`.
pub fn handle(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

impl Window {
    /// Opens the app in a new home folder.
    pub async fn open(opening: Opening) -> Result<Self, DriveError> {
        let home = Home::new(opening.name)?;
        Self::open_at(opening, home).await
    }

    /// Opens the app in a home folder that an earlier window left.
    pub async fn open_at(opening: Opening, home: Home) -> Result<Self, DriveError> {
        let display = Display::open(opening.screen.0, opening.screen.1)?;
        let port = free_port()?;
        let log = home.path().join("driver.log");
        let mut command = driver_command(&opening, port, &display, &home);
        command.stdout(Stdio::null()).stderr(File::create(&log)?);
        let driver = Group::start("dbus-run-session", &mut command)?;
        wait_for_port(port).await?;
        let page = connect(port, &opening, &home, &log).await?;
        let window = Self {
            page,
            display,
            home,
            driver,
        };
        let main = window.display.wait_for(TITLE).await?;
        window.display.fill_with(&main, opening.screen)?;
        window.display.focus(&main)?;
        Ok(window)
    }

    /// Starts the app once more over the same folder and on the same display, as a second click on its icon does,
    /// and waits until that process has ended.
    pub fn start_again(&self) -> Result<ExitStatus, DriveError> {
        let mut command = Command::new(app_binary());
        self.home.house(&mut command);
        command
            .arg("--state")
            .arg(self.home.state())
            .env("DISPLAY", self.display.name())
            .env("GDK_BACKEND", "x11")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS");
        Ok(command.status()?)
    }

    /// How often the memory of the app's own process holds these bytes.
    pub fn app_memory_holds(&self, wanted: &[u8]) -> Result<usize, DriveError> {
        Ok(occurrences(self.driver.process("reseal")?, wanted)?)
    }

    /// Ends the app at once, as a crash would, and keeps its home folder.
    pub fn kill(self) -> Home {
        let Self {
            home,
            driver,
            display,
            page,
        } = self;
        drop((page, driver, display));
        home
    }

    /// Closes the main window as a person does, with the button of its frame. The app may stay.
    pub async fn close(&self) -> Result<(), DriveError> {
        let main = self.display.wait_for(TITLE).await?;
        self.display.ask_to_close(&main)?;
        let began = Instant::now();
        while self.display.find(TITLE)?.is_some() {
            not_after(began, "the main window close")?;
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Looks at the main window that the app has opened by itself after the one before was closed.
    pub async fn look_at_the_new_one(&self) -> Result<(), DriveError> {
        self.display.wait_for(TITLE).await?;
        let began = Instant::now();
        loop {
            let all = self.page.windows().await.unwrap_or_default();
            if let Some(window) = all.into_iter().next() {
                return Ok(self.page.switch_to_window(window).await?);
            }
            not_after(began, "the page of the new window")?;
            tokio::time::sleep(GLANCE).await;
        }
    }

    /// Waits until the app has ended by itself.
    pub async fn app_ends(&self) -> Result<(), DriveError> {
        let began = Instant::now();
        while self.driver.has("reseal")? {
            not_after(began, "the app end")?;
            tokio::time::sleep(GLANCE).await;
        }
        Ok(())
    }

    /// Waits for the element that `selector` finds first.
    pub async fn find(&self, selector: &str) -> Result<Element, DriveError> {
        self.find_within(selector, PATIENCE).await
    }

    /// Waits this long for the element that `selector` finds first.
    pub async fn find_within(
        &self,
        selector: &str,
        limit: Duration,
    ) -> Result<Element, DriveError> {
        let began = Instant::now();
        loop {
            if let Ok(element) = self.page.find(Locator::Css(selector)).await {
                return Ok(element);
            }
            self.give_up_after(began, limit, selector).await?;
        }
    }

    /// Whether `selector` finds anything right then.
    pub async fn shows(&self, selector: &str) -> Result<bool, DriveError> {
        let found = self.page.find_all(Locator::Css(selector)).await?;
        Ok(!found.is_empty())
    }

    /// Waits until nothing answers to `selector`.
    pub async fn wait_until_gone(&self, selector: &str) -> Result<(), DriveError> {
        let began = Instant::now();
        while self.shows(selector).await? {
            self.give_up_after(began, PATIENCE, &format!("{selector} disappear"))
                .await?;
        }
        Ok(())
    }

    /// The words of the element that `selector` finds first.
    pub async fn text(&self, selector: &str) -> Result<String, DriveError> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Waits until the words of `selector` contain `words`, and returns all of them.
    pub async fn wait_for_text(&self, selector: &str, words: &str) -> Result<String, DriveError> {
        let began = Instant::now();
        loop {
            // Between the finding and the reading the page may have drawn itself anew.
            if let Ok(text) = self.find(selector).await?.text().await
                && text.contains(words)
            {
                return Ok(text);
            }
            self.give_up_after(began, PATIENCE, &format!("{words:?} in {selector}"))
                .await?;
        }
    }

    /// Waits until an attribute of `selector` has this value.
    pub async fn wait_for_attribute(
        &self,
        selector: &str,
        name: &str,
        value: &str,
        limit: Duration,
    ) -> Result<(), DriveError> {
        let wanted = format!("{selector}[{name}=\"{value}\"]");
        self.find_within(&wanted, limit).await.map(drop)
    }

    /// Runs a script in the page: for looking, never for pressing.
    pub async fn ask_page(&self, script: &str, arguments: Vec<Value>) -> Result<Value, DriveError> {
        Ok(self.page.execute(script, arguments).await?)
    }

    /// A picture of the display, taken when nothing on it moves.
    pub async fn picture(&self, to: &Path) -> Result<(), DriveError> {
        self.painted().await?;
        self.display.picture_at_rest(to).await
    }

    /// Waits until what the page says has been painted: two frames.
    pub async fn painted(&self) -> Result<(), DriveError> {
        let frames = "const [done] = arguments;
            requestAnimationFrame(() => requestAnimationFrame(() => done()))";
        Ok(self
            .page
            .execute_async(frames, Vec::new())
            .await
            .map(drop)?)
    }

    /// A moment later, unless the patience is at its end.
    pub(super) async fn give_up_after(
        &self,
        began: Instant,
        limit: Duration,
        what: &str,
    ) -> Result<(), DriveError> {
        if began.elapsed() > limit {
            let script = "return document.body ? document.body.innerText : ''";
            let page = self
                .page
                .execute(script, Vec::new())
                .await
                .unwrap_or_default();
            let page = page.as_str().unwrap_or_default().to_owned();
            return Err(DriveError::NotSeen {
                what: what.to_owned(),
                waited: limit,
                page,
            });
        }
        tokio::time::sleep(GLANCE).await;
        Ok(())
    }
}

fn driver_command(opening: &Opening, port: u16, display: &Display, home: &Home) -> Command {
    let script = if opening.keyring {
        with_keyring(port)
    } else {
        without_keyring(port)
    };
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "sh", "-c", &script]);
    home.house(&mut command);
    command.envs(opening.trusted.iter().map(|file| ("SSL_CERT_FILE", file)));
    // Where a file dialog opens that was given no folder.
    command
        .current_dir(home.path())
        .env("DISPLAY", display.name())
        .env("TAURI_WEBVIEW_AUTOMATION", "true")
        .env("GDK_BACKEND", "x11")
        .env("GDK_SCALE", opening.scale.to_string())
        .env("NO_AT_BRIDGE", "1")
        .env("LC_ALL", "C.UTF-8")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
    command
}

fn free_port() -> Result<u16, DriveError> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// Nobody waits longer than the patience lasts.
fn not_after(began: Instant, what: &str) -> Result<(), DriveError> {
    if began.elapsed() < PATIENCE {
        return Ok(());
    }
    Err(DriveError::NotSeen {
        what: what.to_owned(),
        waited: PATIENCE,
        page: String::new(),
    })
}

async fn wait_for_port(port: u16) -> Result<(), DriveError> {
    let began = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        not_after(began, "WebKitWebDriver at its port")?;
        tokio::time::sleep(GLANCE).await;
    }
    Ok(())
}

async fn connect(
    port: u16,
    opening: &Opening,
    home: &Home,
    log: &Path,
) -> Result<Client, DriveError> {
    let state = home.state().display().to_string();
    let mut arguments = vec!["--state".to_owned(), state];
    arguments.extend(opening.arguments.iter().cloned());
    let app = json!({ "binary": app_binary(), "args": arguments });
    let capabilities = [("webkitgtk:browserOptions".to_owned(), app)];
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities.into_iter().collect());
    let session = builder.connect(&format!("http://127.0.0.1:{port}")).await;
    session.map_err(|source| DriveError::NoSession {
        log: fs::read_to_string(log).unwrap_or_default(),
        source,
    })
}
