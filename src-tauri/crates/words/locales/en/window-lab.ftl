### The practice lab.
window-lab-title = Practice lab
window-lab-running =
    running: your site, { $peers ->
        [one] { $peers } peer
       *[other] { $peers } peers
    }, { $onPremises ->
        [one] { $onPremises } on-premises site
       *[other] { $onPremises } on-premises sites
    }
window-lab-stopped = not running
window-lab-reset = Reset
window-lab-stop = Stop
window-lab-starting =
    Making keys and certificates, and opening the listeners of { $sites ->
        [one] { $sites } site
       *[other] { $sites } sites
    }
window-lab-stopping = Closing the listeners

## What to start
window-lab-intro = A family of sites on this computer: real TLS servers that sign in, restart, lose trust and are repaired like real appliances. They answer only on 127.0.0.1.
window-lab-peers = Peer sites
window-lab-on-premises = On-premises sites
window-lab-version = Version
window-lab-pace = Pace
window-lab-pace-likeReal = Like real appliances
window-lab-pace-likeReal-says = restarts and tasks take their time
window-lab-pace-instant = At once
window-lab-pace-instant-says = nothing waits
window-lab-start = Start the practice lab

## One that runs
window-lab-try = Try it
window-lab-try-says = The lab’s sites are in your list, with their passwords. Open Sites, press Replace certificate at the first one, and choose the file below or regenerate.
window-lab-open-sites = Open Sites
window-lab-ready-file = A ready file
window-lab-ready-file-path = path of the ready file
window-lab-ready-password = Its password
window-lab-ready-password-what = password of the ready file
window-lab-ready-password-says = shown because it protects nothing real
window-lab-sites = Its sites
window-lab-facts-likeReal = Version { $version }, at the pace of real appliances.
window-lab-facts-instant = Version { $version }, everything at once.
window-lab-site = Site
window-lab-address = Address
window-lab-faults = Faults
window-lab-faults-on =
    { $faults ->
        [0] Everything works. Break something to see what Reseal does about it.
        [one] { $faults } fault switched on.
       *[other] { $faults } faults switched on.
    }
