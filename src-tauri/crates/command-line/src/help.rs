//! What `--help` and `--version` show.

/// The name and the version.
pub(crate) const VERSION: &str = concat!("reseal-cli ", env!("CARGO_PKG_VERSION"));

/// Everything that can be typed.
pub(crate) const TEXT: &str = "\
reseal-cli: replaces the certificate of a Cloud Service and re-establishes trust, without a window.

  reseal-cli rotate ADDRESS --thumbprint SHA-256:... (--import FILE | --regenerate)
                    [--peer ADDRESS=SHA-256:...]... [--plan-only]
      Replaces the certificate of the site at ADDRESS and repairs the pairing with its peer sites,
      at both ends. Each --peer is a peer site that may be signed in to; the others are left to
      their administrators and named at the end. Where none of those that were given is ready, the
      run asks (no-peer-ready) before it changes anything. --plan-only signs in, reads, and changes nothing.

  reseal-cli resume [RUN] [--import FILE] [--peer ADDRESS=SHA-256:...]...
      Goes on with a run that was paused or cut off, or left something to do; without RUN, with
      the only unfinished one, else with the last one.
      The file is needed again only where the certificate has not been replaced yet. A --peer that
      could not be signed in to before may be now.

  reseal-cli check ADDRESS[=SHA-256:...]... [--thumbprint SHA-256:...] [--peer ADDRESS=SHA-256:...]...
      Tells who trusts whom, in both directions. --thumbprint is that of the first ADDRESS.

  reseal-cli doctor FILE... [--site ADDRESS] [--complete] [--fetch-issuers]
                    [--write OUT [--older]] [--entry NAME] [--open-anyway]
      Tells what certificate files are, and which promises they keep and break: each by itself and,
      of several, all of them together. --site judges for a site, by what the window has saved of
      it. --complete adds missing issuers that this computer trusts, --fetch-issuers those at the
      address that the certificate names; without the latter no network is used.
      --write puts the files together and makes the file for the appliance, which only you can
      read; nothing is overwritten. --older is for appliances before 4.3. --entry chooses one of
      several keys with a certificate, by its name, its subject or its thumbprint. --open-anyway
      opens a file that asks for far more work than usual; how long that takes is told first.

  reseal-cli compare ONE OTHER
      Puts two certificates side by side. Each is a FILE, or the ADDRESS where it is in use, which is
      looked at without signing in.

  reseal-cli request --name HOST... [--size 2048|3072|4096] [--site ADDRESS] [--out FILE]
  reseal-cli request --list | --show ID | --forget ID
      Makes a key and the request that goes to an authority. The key waits here, encrypted, for as
      long as the reply takes; what decrypts it waits in the keyring of this machine, or is given as
      \"request\" where there is none. Without --name the names are those of the saved site.

  reseal-cli join FILE... --write OUT [--older] [--entry NAME] [--site ADDRESS] [--complete]
                  [--fetch-issuers]
      Joins the authority's reply to the key of its request, found by the public key, or to a key
      among the files, and makes the file for the appliance. The other flags are those of doctor.

  reseal-cli report RUN --html FILE
      Writes the report of a run.

ADDRESS is host, host:port or the URL of the Cloud Service. A thumbprint is not needed for a site
that the window has saved, nor for one that a run here knew. Flags may stand before the verb or after it.

Flags for every verb
  --json            JSON lines on standard output; the last line is the outcome.
  --state DIR       Keeps everything (sites, runs) in this folder.
  --secrets-stdin   Reads passwords from standard input, as one JSON document:
                    {\"sites\":{\"ADDRESS\":{\"user\":\"root\",\"password\":\"...\"}},\"bundle\":\"...\",\"key\":\"...\",\"write\":\"...\",\"request\":\"...\"}
                    A user other than root signs in with SSO login. \"bundle\" opens the file
                    (absent: none was given; \"\": the empty one), \"key\" the private key inside where
                    that has a password of its own (a list, where several have), \"write\" will open the one that is made,
                    \"request\" protects the key of a request instead of the keyring. On a terminal
                    the first three, and those of sites, are asked for when they are needed.
                    Passwords that are not given come from the keyring, for sites saved there.
                    No password is ever taken from the command line.
  -h, --help        Shows this.
  -V, --version     Shows the version.

Flags for rotate and resume
  --answer QUESTION=ANSWER[=TYPED]
                    Answers a question of the run. A question without an answer pauses the run; it
                    is shown with the answers there are, and resume takes it up again.
  --pace FACTOR     For the practice lab: every wait is FACTOR times shorter.

Exit codes
  0  Done. For check: every cell is the same. For doctor: every file keeps its promises, or all of
     them together do. For compare: it is one and the same certificate.
  1  Attention: something is left for a person, or the run was paused.
  2  Refused, or the input is bad. Nothing was changed.

Ctrl-C pauses a run: what is under way at a site ends first. A run that was killed goes on with
resume; the certificate is not replaced a second time unless a person says so.";
