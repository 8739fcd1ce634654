//! A certificate is requested in the real window, answered by an authority, and the reply dropped on it.

use std::{fs, path::Path, process::Command};

use support::window_driver::{Opening, Window, handle};

const NAMES: &str = "vcda.paris.example, 10.0.0.7";

#[tokio::test]
async fn a_reply_that_is_dropped_finds_the_key_that_waited_across_a_restart() {
    let window = Window::open(Opening::new("requests")).await.unwrap();
    let folder = window.home.path().to_owned();
    let request = folder.join("paris.csr");
    make_and_save(&window, &request).await;
    let reply = answered(&folder, &request);

    // Weeks later: another start of the program.
    let window = Window::open_at(Opening::new("requests"), window.kill())
        .await
        .unwrap();
    window.click(&handle("nav-requests")).await.unwrap();
    let waits = format!("{}[data-answered=\"false\"]", handle("waiting-request"));
    window.find(&waits).await.unwrap();
    window
        .drop_file(&reply, &handle("waiting-request"))
        .await
        .unwrap();
    let says = window.text(&handle("reply")).await.unwrap();
    assert!(
        says.contains("Its key is here") && says.contains("10.0.0.7"),
        "{says}"
    );
    let key =
        "[data-testid=\"offered-file\"][data-answer=\"opened\"][data-name^=\"Key of the request\"]";
    window.find(key).await.unwrap();
    window.click(&handle("make-file")).await.unwrap();
    let made = folder.join("made.p12");
    let title = "Save the file for the appliance";
    window.answer_dialog(title, &made).await.unwrap();
    window.find(&handle("made-path")).await.unwrap();
    assert!(fs::metadata(&made).unwrap().len() > 1000);

    window.click(&handle("nav-requests")).await.unwrap();
    let answered = format!("{}[data-answered=\"true\"]", handle("waiting-request"));
    window.find(&answered).await.unwrap();
    window
        .click(&format!("{answered} details:last-of-type summary"))
        .await
        .unwrap();
    window.click(&handle("forget-request")).await.unwrap();
    window
        .wait_until_gone(&handle("waiting-request"))
        .await
        .unwrap();
}

async fn make_and_save(window: &Window, request: &Path) {
    window.click(&handle("nav-requests")).await.unwrap();
    window.fill(&handle("request-names"), NAMES).await.unwrap();
    window.click(&handle("make-request")).await.unwrap();
    window.find(&handle("request-made")).await.unwrap();
    window.click(&handle("save-request")).await.unwrap();
    window
        .answer_dialog("Save the request", request)
        .await
        .unwrap();
    window.find(&handle("request-saved")).await.unwrap();
}

/// What an authority made with openssl sends back: without the address that was asked for.
fn answered(folder: &Path, request: &Path) -> std::path::PathBuf {
    let at = |name: &str| folder.join(name).display().to_string();
    let [key, root, names, reply] = ["ca.key", "ca.pem", "names", "reply.pem"].map(at);
    fs::write(
        &names,
        "subjectAltName=DNS:vcda.paris.example\nextendedKeyUsage=serverAuth",
    )
    .unwrap();
    let new = [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=Test CA",
    ];
    openssl(&[&new[..], &["-keyout", &key, "-out", &root]].concat());
    let request = request.display().to_string();
    let sign = ["x509", "-req", "-days", "90", "-CA", &root, "-CAkey", &key];
    openssl(
        &[
            &sign[..],
            &["-in", &request, "-extfile", &names, "-out", &reply],
        ]
        .concat(),
    );
    let chain = fs::read_to_string(&reply).unwrap() + &fs::read_to_string(root).unwrap();
    fs::write(&reply, chain).unwrap();
    reply.into()
}

fn openssl(words: &[&str]) {
    let ended = Command::new("openssl").args(words).output().unwrap();
    assert!(
        ended.status.success(),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
}
