//! What people type as an address, and what becomes of it.

use super::{ApplianceAddress, ParseAddressError};

fn read(text: &str) -> Result<ApplianceAddress, ParseAddressError> {
    text.parse()
}

fn host_and_port(text: &str) -> (String, u16) {
    let address = read(text).unwrap();
    (address.host().to_owned(), address.port())
}

#[test]
fn reads_a_host_a_host_with_a_port_and_a_url() {
    assert_eq!(
        host_and_port("vcda.example.com"),
        ("vcda.example.com".to_owned(), 443)
    );
    assert_eq!(
        host_and_port("vcda.example.com:8046"),
        ("vcda.example.com".to_owned(), 8046)
    );
    assert_eq!(
        host_and_port("https://vcda.example.com"),
        ("vcda.example.com".to_owned(), 443)
    );
    assert_eq!(
        host_and_port("  HTTPS://VCDA.Example.com:8443/ "),
        ("vcda.example.com".to_owned(), 8443)
    );
}

#[test]
fn drops_the_start_pages_of_the_appliance() {
    for page in ["/", "/ui/admin", "/ui/admin/", "/ui/provider"] {
        assert_eq!(
            host_and_port(&format!("https://a.example{page}")),
            ("a.example".to_owned(), 443)
        );
    }
}

#[test]
fn refuses_any_other_path_and_says_which() {
    for path in ["/sites", "/ui/admin?x=1", "/ui/portal", "?a", "#top"] {
        assert_eq!(
            read(&format!("https://a.example{path}")),
            Err(ParseAddressError::HasPath {
                path: path.to_owned()
            })
        );
    }
}

#[test]
fn reads_ipv6_with_and_without_brackets() {
    assert_eq!(host_and_port("::1"), ("::1".to_owned(), 443));
    assert_eq!(host_and_port("[::1]"), ("::1".to_owned(), 443));
    assert_eq!(
        host_and_port("https://[2001:DB8::7]:8443/"),
        ("2001:db8::7".to_owned(), 8443)
    );
    assert_eq!(read("[::1]:8443").unwrap().url(), "https://[::1]:8443");
    assert_eq!(read("::1").unwrap().to_string(), "[::1]");
}

#[test]
fn refuses_another_scheme_a_user_and_an_empty_text() {
    assert_eq!(
        read("http://a"),
        Err(ParseAddressError::NotHttps {
            scheme: "http".to_owned()
        })
    );
    assert_eq!(read("https://root@a"), Err(ParseAddressError::HasUser));
    assert_eq!(read("root:secret@a"), Err(ParseAddressError::HasUser));
    // Whatever else is wrong with it: what is refused for that is quoted, and this must not be.
    for text in [
        "http://root:secret@a",
        "root:secret@a/path",
        "root:se/cret@a",
        "root:se?cret@a",
        "root:se#cret@a:99999",
        "secret://root@a",
        "root:secret@a b",
    ] {
        assert_eq!(read(text), Err(ParseAddressError::HasUser), "{text}");
    }
    assert_eq!(read("   "), Err(ParseAddressError::Empty));
}

#[test]
fn refuses_ports_that_are_none() {
    for port in ["0", "65536", "+443", "x", ""] {
        assert_eq!(
            read(&format!("a:{port}")),
            Err(ParseAddressError::BadPort {
                port: port.to_owned()
            })
        );
    }
}

#[test]
fn refuses_hosts_that_are_none() {
    for host in [
        "a b",
        "-a",
        "a..b",
        "münchen.example",
        "10.0.0.256",
        "[::1",
        "[a]:1",
        "[::1]x",
    ] {
        assert_eq!(
            read(host),
            Err(ParseAddressError::BadHost {
                host: host.to_owned()
            }),
            "{host} passed for an address",
        );
    }
}

#[test]
fn shows_the_port_only_where_it_is_not_the_usual_one() {
    assert_eq!(read("a.example:443").unwrap().to_string(), "a.example");
    assert_eq!(
        read("a.example:8046").unwrap().to_string(),
        "a.example:8046"
    );
}

#[test]
fn survives_a_round_trip_through_json() {
    let address = read("[::1]:8443").unwrap();
    let json = serde_json::to_string(&address).unwrap();
    assert_eq!(
        serde_json::from_str::<ApplianceAddress>(&json).unwrap(),
        address
    );
}
