//! What an appliance sees when it looks at another one (docs/vcda-api.md §2.5).

use super::{Call, ServiceCertificate};
use crate::error::RequestError;
use crate::limits::CERTIFICATE_CAP;
use crate::session::Session;

const LOOK: Call = Call::get("/config/remote-certificate", CERTIFICATE_CAP);

impl Session {
    /// Has the appliance fetch the certificate that is shown at this URL, directly or through its tunnel; through
    /// the tunnel is the way its own services take, which is an inference.
    ///
    /// This is a witness and never a reason to trust: the appliance accepts whatever it is shown.
    pub async fn remote_certificate(
        &self,
        url: &str,
        via_tunnel: bool,
    ) -> Result<ServiceCertificate, RequestError> {
        let via_tunnel = if via_tunnel { "true" } else { "false" };
        let request = self
            .request(LOOK)
            .query("url", url)
            .query("viaTunnel", via_tunnel);
        ServiceCertificate::of(&self.ask(request).await?)
    }
}
