//! A page that obeys somebody else: it calls every command by itself, and a person only looks.

use std::net::{Ipv4Addr, SocketAddr};

use practice_lab::Pace;
use serde_json::{Value, json};
use support::window_driver::{Album, Home, Opening, Window, handle};

use crate::{
    counting::Counting,
    practice::Practice,
    real_sites::{lab, window_beside},
};

/// What a script in the page gets for a command: `ok` or `refused`.
const CALL: &str = "const [command, given, done] = arguments;
    window.__TAURI_INTERNALS__.invoke(command, given).then(
        (ok) => done({ ok }),
        (refused) => done({ refused: typeof refused === 'string' ? refused : refused.code }),
    )";

/// The same, without waiting for what a person has to do first.
const CALL_AND_GO_ON: &str = "const [command, given] = arguments;
    window.outcome = undefined;
    window.__TAURI_INTERNALS__.invoke(command, given).then(
        (ok) => (window.outcome = { ok }),
        (refused) => (window.outcome = { refused }),
    )";

async fn call(window: &Window, command: &str, given: Value) -> Value {
    let asked = vec![json!(command), given];
    window.page.execute_async(CALL, asked).await.unwrap()
}

async fn call_and_go_on(window: &Window, command: &str, given: Value) {
    let asked = vec![json!(command), given];
    window.ask_page(CALL_AND_GO_ON, asked).await.unwrap();
}

#[tokio::test]
async fn it_can_neither_agree_nor_look_anywhere_nor_save_a_site_nor_give_a_password() {
    let home = Home::new("obeys").unwrap();
    let lab = lab(&home, Pace::Instant).await;
    let window = Window::open_at(Opening::new("obeys"), home).await.unwrap();
    window.find(&handle("first-door-lab")).await.unwrap();
    let sites = lab.description().sites;
    let form = json!({
        "address": sites[0].cloud.address, "expected": sites[0].cloud.thumbprint,
        "account": {"kind": "appliance"}, "remember": false, "acceptUnverified": sites[0].cloud.address,
    });
    for (command, given) in [
        ("probe_site", json!({"address": sites[0].cloud.address})),
        ("add_site", json!({ "form": form })),
        ("new_site", json!({})),
        ("confirmation", json!({})),
        ("agree", json!({"typed": null})),
        ("pasted_thumbprint", json!({})),
        ("secret_prompt", json!({})),
        ("submit_secret", json!({})),
        (
            "plugin:webview|create_webview_window",
            json!({"options": {"label": "confirm-7"}}),
        ),
    ] {
        let answer = call(&window, command, given).await;
        let refused = answer["refused"].as_str().unwrap_or_default();
        assert!(refused.contains("not allowed"), "{command}: {answer}");
    }
    assert_eq!(
        call(&window, "list_sites", json!({})).await,
        json!({"ok": []})
    );
    assert!(lab.requests().is_empty());
}

#[tokio::test]
async fn it_opens_the_window_for_a_site_and_nothing_is_connected_to_before_a_person_says_so() {
    let counting = Counting::start();
    let window = Window::open(Opening::new("offers")).await.unwrap();
    window.find(&handle("first-door-lab")).await.unwrap();
    let address = counting.address.to_string();
    call_and_go_on(&window, "open_add_site", json!({ "address": address })).await;
    let beside = window.step_aside(&handle("site-address")).await.unwrap();
    let offered = handle("site-address");
    let shown = "return document.querySelector(arguments[0]).value";
    let shown = window.ask_page(shown, vec![json!(offered)]).await.unwrap();
    assert_eq!(shown, json!(address));
    assert_eq!(counting.connections(), 0);
    window.click(&handle("probe-site")).await.unwrap();
    window.find(&handle("problem")).await.unwrap();
    assert!(counting.connections() > 0);
    window.click(&handle("cancel-site")).await.unwrap();
    window.step_back(beside).await.unwrap();
    assert_eq!(
        call(&window, "list_sites", json!({})).await,
        json!({"ok": []})
    );
}

#[tokio::test]
async fn it_starts_nothing_that_a_person_has_not_agreed_to_in_another_window() {
    let practice = Practice::at_once(Opening::new("starts")).await.unwrap();
    let window = practice.window;
    let sites = call(&window, "list_sites", json!({})).await;
    let mut rows = sites["ok"].as_array().unwrap().iter();
    let paris = rows.find(|row| row["name"] == "Paris").unwrap();
    let wish = json!({"site": paris["id"], "token": null});
    let plan = call(&window, "prepare_plan", wish).await;
    let token = json!({"planToken": plan["ok"]["token"]});
    call_and_go_on(&window, "start_rotation", token).await;
    let beside = window.step_aside(&handle("agree")).await.unwrap();
    let told = window.text("main").await.unwrap();
    for word in [
        "Paris",
        "127.0.0.1",
        "3 of 3 are repaired",
        "In use now",
        "Berlin",
    ] {
        assert!(told.contains(word), "{word}: {told}");
    }
    window.click(&handle("decline")).await.unwrap();
    window.step_back(beside).await.unwrap();
    assert_eq!(
        call(&window, "list_runs", json!({})).await,
        json!({"ok": []})
    );
}

#[tokio::test]
async fn it_has_a_password_asked_for_only_in_a_window_that_says_for_which_site() {
    let (lab, window) = window_beside(Pace::Instant, Opening::new("asks")).await;
    let sites = call(&window, "list_sites", json!({})).await;
    let paris = &lab.description().sites[0];
    let mut rows = sites["ok"].as_array().unwrap().iter();
    let row = rows.find(|row| row["name"] == *paris.name).unwrap();
    let request = json!({"purpose": "site", "target": row["id"], "remember": false});
    call_and_go_on(&window, "request_secret", json!({ "request": request })).await;
    let beside = window.step_aside(&handle("secret-input")).await.unwrap();
    let told = window.text("main").await.unwrap();
    let address = &paris.cloud.address;
    for word in [&*paris.name, address, "A person gave its thumbprint"] {
        assert!(told.contains(word), "{word}: {told}");
    }
    window.click(&handle("secret-cancel")).await.unwrap();
    window.step_back(beside).await.unwrap();
}

/// Everything by which a page may open a connection without asking its core for it.
const WAYS_OUT: &str = r#"
    const [place, done] = arguments;
    const put = (tag, given) => document.body.append(Object.assign(document.createElement(tag), given));
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'preload', 'modulepreload', 'stylesheet', 'icon', 'manifest'])
        document.head.append(Object.assign(document.createElement('link'), { rel, href: `${place}/${rel}`, as: 'image' }));
    put('img', { src: `${place}/img` });
    put('iframe', { src: `${place}/iframe` });
    put('object', { data: `${place}/object` });
    put('video', { src: `${place}/video`, preload: 'auto' });
    for (const given of [{ target: '_blank' }, { download: 'x' }, { ping: `${place}/ping` }]) {
        const link = Object.assign(document.createElement('a'), { href: `${place}/a`, textContent: 'x', ...given });
        document.body.append(link);
        link.click();
    }
    const form = Object.assign(document.createElement('form'), { action: `${place}/form`, method: 'post' });
    document.body.append(form);
    const attempts = [
        () => form.submit(),
        () => window.open(`${place}/open`),
        () => navigator.sendBeacon(`${place}/beacon`, 'x'),
        () => new WebSocket(place.replace('http', 'ws')),
        () => new EventSource(`${place}/events`),
        () => fetch(`${place}/fetch`, { mode: 'no-cors' }).catch(() => undefined),
        () => navigator.serviceWorker?.register(`${place}/worker`),
        () => (location.href = `${place}/location`),
        () => (location.href = place.replace('127.0.0.1', 'tauri.localhost')),
        () => (location.href = place.replace('http://127.0.0.1', 'tauri://localhost')),
    ];
    for (const attempt of attempts) {
        try { attempt(); } catch { /* refused at once */ }
    }
    // That nothing comes can only be waited for.
    setTimeout(() => done(location.href), 2000);
"#;

#[tokio::test]
async fn nothing_leaves_it() {
    let counting = Counting::start();
    let window = Window::open(Opening::new("leaves")).await.unwrap();
    window.find(&handle("first-door-lab")).await.unwrap();
    let before = window.ask_page("return location.href", Vec::new()).await;
    let place = json!(format!("http://{}", counting.address));
    let after = window.page.execute_async(WAYS_OUT, vec![place]).await;
    assert_eq!(after.unwrap(), before.unwrap());
    assert_eq!(counting.paths(), Vec::<String>::new());
    // The counter counts.
    let here = SocketAddr::from((Ipv4Addr::LOCALHOST, counting.address.port()));
    std::net::TcpStream::connect(here).unwrap();
    counting.until(1);
}

#[tokio::test]
async fn what_it_starts_a_person_can_still_agree_to() {
    let practice = Practice::at_once(Opening::new("agreed")).await.unwrap();
    let window = practice.window;
    window.click(&handle("replace-certificate")).await.unwrap();
    window.click(&handle("choose-regenerate")).await.unwrap();
    window.find(&handle("plan")).await.unwrap();
    window.click(&handle("start-rotation")).await.unwrap();
    window.agree(&mut Album::none()).await.unwrap();
    window.find(&handle("run-status")).await.unwrap();
}
