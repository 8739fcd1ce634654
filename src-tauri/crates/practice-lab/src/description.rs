//! A running lab in one JSON line: where everything is, and how to get in.

use std::path::PathBuf;

use serde::Serialize;

use crate::authority::AuthorityDescription;
use crate::service::Service;
use crate::site::Site;

/// A running lab.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LabDescription {
    /// The sites, the own one first.
    pub sites: Vec<SiteDescription>,
    /// The practice authority's files.
    pub authority: AuthorityDescription,
}

/// One site of the lab.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteDescription {
    /// Its name, by which its peers know it.
    pub name: String,
    /// Its version, such as `4.7`.
    pub version: String,
    /// The Cloud Service: the address to sign in at.
    pub cloud: Door,
    /// The Manager Service.
    pub manager: Door,
    /// The public service endpoint. The Tunnel passes it on, so the Cloud Service's certificate is seen
    /// there (`docs/vcda-api.md` §3.5).
    pub tunnel: Door,
    /// The Tunnel Service's own API.
    pub tunnel_service: Door,
    /// The Replicator Service.
    pub replicator: Door,
    /// The appliance's user.
    pub user: String,
    /// Its password.
    pub password: String,
    /// The single sign-on account.
    pub sso: SsoAccount,
    /// The Cloud Director account.
    pub director: DirectorAccount,
    /// The cloud sites it is paired with.
    pub peers: Vec<PeerDescription>,
    /// The on-premises sites it is paired with.
    pub on_premises: Vec<OnPremisesDescription>,
    /// The folder of its keystores.
    pub state: PathBuf,
    /// The password of its keystores.
    pub keystore_password: String,
}

/// Where a service listens and what it presents.
#[derive(Debug, Clone, Serialize)]
pub struct Door {
    /// `127.0.0.1:PORT`.
    pub address: String,
    /// The thumbprint that is seen there, in the vendor's form.
    pub thumbprint: String,
}

/// The single sign-on account.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SsoAccount {
    /// The user.
    pub user: String,
    /// The password, for `ssoCredentials`.
    pub password: String,
    /// What stands for an assertion, for `ssoToken`.
    pub saml_token: String,
}

/// The Cloud Director account.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DirectorAccount {
    /// The user.
    pub user: String,
    /// The password, for `vcdCredentials`.
    pub password: String,
    /// What stands for a session's cookie, for `vcdCookie`.
    pub cookie: String,
    /// What stands for a JWT, for `vcdAccessToken`.
    pub access_token: String,
}

/// A peer as a site knows it.
#[derive(Debug, Clone, Serialize)]
pub struct PeerDescription {
    /// Its name.
    pub name: String,
    /// Its address, `https://127.0.0.1:PORT`.
    pub address: String,
    /// The pinned thumbprint, in the vendor's form.
    pub thumbprint: Option<String>,
}

/// An on-premises site.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OnPremisesDescription {
    /// Its name.
    pub name: String,
    /// The organisation it belongs to.
    pub owner: String,
    /// Its version.
    pub version: String,
    /// Whether it trusts the practice root.
    pub trusts_the_practice_root: bool,
}

impl Site {
    pub(crate) fn description(&self) -> SiteDescription {
        let public = Door {
            address: self.addresses.public.to_string(),
            ..self.door(Service::Cloud)
        };
        let state = self.state();
        let peer = |(name, peer): (&String, &crate::site::Peer)| PeerDescription {
            name: name.clone(),
            address: peer.api_url.clone(),
            thumbprint: peer.pin.map(|pin| pin.to_string()),
        };
        let tenant = |site: &crate::on_premises::OnPremises| OnPremisesDescription {
            name: site.name.clone(),
            owner: site.owner.clone(),
            version: site.version.label().to_owned(),
            trusts_the_practice_root: !site.roots.is_empty(),
        };
        let peers = state.peers.iter().map(peer).collect();
        let on_premises = state.on_premises.iter().map(tenant).collect();
        let accounts = state.accounts.clone();
        let password = state.machines.management.root_password.clone();
        drop(state);
        SiteDescription {
            name: self.name.clone(),
            version: self.version.label().to_owned(),
            cloud: self.door(Service::Cloud),
            manager: self.door(Service::Manager),
            tunnel: public,
            tunnel_service: self.door(Service::Tunnel),
            replicator: self.door(Service::Replicator),
            user: "root".to_owned(),
            password,
            sso: SsoAccount {
                user: accounts.sso_user,
                password: accounts.sso_password,
                saml_token: accounts.saml_token,
            },
            director: DirectorAccount {
                user: accounts.director_user,
                password: accounts.director_password,
                cookie: accounts.director_cookie,
                access_token: accounts.director_access_token,
            },
            peers,
            on_premises,
            state: self.folder.clone(),
            keystore_password: self.keystore_password.clone(),
        }
    }

    fn door(&self, service: Service) -> Door {
        Door {
            address: self
                .addresses
                .services
                .get(&service)
                .map(ToString::to_string)
                .unwrap_or_default(),
            thumbprint: self
                .thumbprint(service)
                .map(|print| print.to_string())
                .unwrap_or_default(),
        }
    }
}
