//! The pointer: where a control is, and pressing it there.

use std::time::Instant;

use serde_json::{Value, json};

use super::{DriveError, PATIENCE, Window};

/// Where a control can be pressed, in pixels of its window; nothing while it cannot be: it is not
/// there, at work, under something else, or still moving.
const PRESSABLE: &str = r"
    const [selector] = arguments;
    const control = document.querySelector(selector);
    if (!control || control.disabled || control.getAttribute('aria-disabled') === 'true') return null;
    const seen = () => control.getBoundingClientRect();
    const inside = (box) => box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
    if (!inside(seen())) control.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (document.getAnimations().some((a) => a.playState === 'running' && a.effect?.target?.contains?.(control)))
        return null;
    const box = seen();
    const x = box.left + box.width / 2, y = box.top + box.height / 2;
    const hit = document.elementFromPoint(x, y);
    if (!hit || !(control.contains(hit) || hit.contains(control) && hit.closest('label'))) {
        // A footer that stays in place may cover it: a person scrolls on.
        control.scrollIntoView({ block: 'center', behavior: 'instant' });
        return null;
    }
    return { x: x * devicePixelRatio, y: y * devicePixelRatio };
";

impl Window {
    /// Presses the control that `selector` finds first, with the pointer, once it can be pressed.
    pub async fn click(&self, selector: &str) -> Result<(), DriveError> {
        let (x, y) = self.on_display(selector).await?;
        self.display.click_at(x, y)
    }

    /// Where on the display the control is, once it can be pressed.
    pub(super) async fn on_display(&self, selector: &str) -> Result<(f64, f64), DriveError> {
        let began = Instant::now();
        let (x, y) = loop {
            if let Some(at) = self.pressable(selector).await? {
                break at;
            }
            self.give_up_after(began, PATIENCE, &format!("{selector} ready to be pressed"))
                .await?;
        };
        let window = self.own_window().await?;
        let (left, top) = self.display.origin(&window)?;
        Ok((left + x, top + y))
    }

    /// Whether the control could be pressed right then.
    pub async fn can_click(&self, selector: &str) -> Result<bool, DriveError> {
        Ok(self.pressable(selector).await?.is_some())
    }

    async fn pressable(&self, selector: &str) -> Result<Option<(f64, f64)>, DriveError> {
        let at = self.ask_page(PRESSABLE, vec![json!(selector)]).await?;
        let number = |name: &str| at.get(name).and_then(Value::as_f64);
        Ok(number("x").zip(number("y")))
    }

    /// The X window of the page that WebDriver looks at: its title is the page's or the app's.
    async fn own_window(&self) -> Result<String, DriveError> {
        let title = self.page.title().await?;
        match self.display.find(&title)? {
            Some(window) => Ok(window),
            None => self.display.wait_for("Reseal").await,
        }
    }

    /// Writes into the field that `selector` finds: a click, everything in it marked, the text.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<(), DriveError> {
        self.click(selector).await?;
        self.type_into(selector, text).await
    }

    /// Types into the field that has the keyboard, over what is in it. On a busy machine the page is
    /// behind the keys, and a busy display server loses some: a person looks, waits a moment, and types
    /// again.
    pub(super) async fn type_into(&self, selector: &str, text: &str) -> Result<(), DriveError> {
        let began = Instant::now();
        loop {
            self.display.press("ctrl+a")?;
            self.display.type_text(text)?;
            if self.has_all(selector, text.chars().count()).await? {
                return Ok(());
            }
            self.give_up_after(began, PATIENCE, &format!("the whole text in {selector}"))
                .await?;
        }
    }

    /// Whether the field holds so many characters by the time that the page has caught up. The text itself is not
    /// asked for: the question passes through the app's own process, and the text may be a secret.
    async fn has_all(&self, selector: &str, count: usize) -> Result<bool, DriveError> {
        let is_whole =
            "return [...document.querySelector(arguments[0])?.value ?? ''].length === arguments[1]";
        let typed = Instant::now();
        while typed.elapsed() < PATIENCE / 6 {
            let asked = vec![json!(selector), json!(count)];
            if self.ask_page(is_whole, asked).await? == json!(true) {
                return Ok(true);
            }
            self.painted().await?;
        }
        Ok(false)
    }
}
