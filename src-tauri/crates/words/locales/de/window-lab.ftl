### The practice lab.
window-lab-title = Übungslabor
window-lab-running =
    läuft: Ihre Site, { $peers ->
        [one] { $peers } Peer
       *[other] { $peers } Peers
    }, { $onPremises ->
        [one] { $onPremises } On-Premises-Site
       *[other] { $onPremises } On-Premises-Sites
    }
window-lab-stopped = läuft nicht
window-lab-reset = Zurücksetzen
window-lab-stop = Beenden
window-lab-starting =
    Schlüssel und Zertifikate werden erstellt und die Server von { $sites ->
        [one] { $sites } Site
       *[other] { $sites } Sites
    } geöffnet
window-lab-stopping = Die Server werden geschlossen

## What to start
window-lab-intro = Eine Familie von Sites auf diesem Computer: echte TLS-Server, die wie echte Appliances anmelden, neu starten, Vertrauen verlieren und repariert werden. Sie antworten nur auf 127.0.0.1.
window-lab-peers = Peer-Sites
window-lab-on-premises = On-Premises-Sites
window-lab-version = Version
window-lab-pace = Tempo
window-lab-pace-likeReal = Wie echte Appliances
window-lab-pace-likeReal-says = Neustarts und Aufgaben brauchen ihre Zeit
window-lab-pace-instant = Sofort
window-lab-pace-instant-says = nichts wartet
window-lab-start = Übungslabor starten

## One that runs
window-lab-try = Ausprobieren
window-lab-try-says = Die Sites des Labors stehen mit ihren Passwörtern in Ihrer Liste. Öffnen Sie „Sites“, klicken Sie bei der ersten auf „Zertifikat ersetzen“ und wählen Sie die Datei unten oder „Neu erzeugen“.
window-lab-open-sites = Sites öffnen
window-lab-ready-file = Fertige Datei
window-lab-ready-file-path = Pfad der fertigen Datei
window-lab-ready-password = Passwort dazu
window-lab-ready-password-what = Passwort der fertigen Datei
window-lab-ready-password-says = wird angezeigt, weil es nichts Echtes schützt
window-lab-sites = Seine Sites
window-lab-facts-likeReal = Version { $version }, im Tempo echter Appliances.
window-lab-facts-instant = Version { $version }, alles sofort.
window-lab-site = Site
window-lab-address = Adresse
window-lab-faults = Störungen
window-lab-faults-on =
    { $faults ->
        [0] Alles funktioniert. Lösen Sie eine Störung aus, um zu sehen, was Reseal tut.
        [one] { $faults } Störung eingeschaltet.
       *[other] { $faults } Störungen eingeschaltet.
    }
