### A rotation: its plan, its steps, its record.

-unchanged = Es wurde nichts geändert.
-unchanged-in-this-run = In diesem Lauf wurde nichts geändert.
-nothing-to-do = Dafür ist nichts zu tun.
-who-answers = Vergleichen Sie mit der Konsole der Appliance, bevor Sie irgendetwas anderes tun. Setzen Sie den Lauf fort, wenn das richtige Zertifikat antwortet.
-ends-tls = Suchen Sie auf diesem Weg ein Gerät, das TLS terminiert; der Hersteller unterstützt keines.

thumbprint-none = keinen Thumbprint

## A peer that is not repaired in this run

-left-out = Dieser Lauf lässt die Peer-Site aus; sie lehnt das neue Zertifikat ab, bis sie repariert ist.

plan-no_peer_ready = { $count ->
    [one] Die einzige Peer-Site von { $site } kann in diesem Lauf nicht repariert werden.
   *[other] Keine der { $count } Peer-Sites von { $site } kann in diesem Lauf repariert werden.
  }
    .meaning = Nach dem Ersetzen lehnen alle das neue Zertifikat ab, und die Replikation mit ihnen wartet, bis jede repariert ist.
    .todo = Sehen Sie sich unten den Grund jeder Peer-Site an, beheben Sie, was Sie können, und prüfen Sie erneut. Muss das Zertifikat sofort ersetzt werden, bestätigen Sie das vor dem Start und reparieren Sie die Peer-Sites später.
peer-no_access = { $peer } muss vom eigenen Administrator repariert werden: Es wurde keine Anmeldung angegeben.
    .meaning = { -left-out }
    .todo = Fügen Sie die Site mit einem Passwort hinzu und setzen Sie den Lauf fort, falls er dann schon beendet ist; oder senden Sie ihrem Administrator den neuen Thumbprint.
peer-other_name = Unter der Adresse von { $peer } antwortet ein anderer Name: { $name }.
    .meaning = Die Site wurde vielleicht umbenannt, oder dort steht jetzt eine andere Site. { -left-out }
    .todo = Finden Sie heraus, welche Site es ist. Wurde sie neu aufgesetzt, muss die Kopplung auf beiden Seiten neu erstellt werden.
peer-another_service = Unter der Adresse von { $peer } antwortet der { $service }, nicht der Cloud Service.
    .meaning = { -left-out }
    .todo = Berichtigen Sie die Adresse des Peers.
peer-version_unknown = { $peer } läuft mit Version { $version }, deren Kopplung hier nicht bekannt ist.
    .meaning = { -left-out }
    .todo = Reparieren Sie sie in der Oberfläche der Appliance.
peer-password_expired = Das root-Passwort von { $peer } ist abgelaufen.
    .meaning = { -left-out }
    .todo = Ändern Sie es in der Oberfläche der Appliance, dann versuchen Sie es mit diesem Peer erneut.
peer-not_listed = { $site } führt { $peer } nicht mehr.
    .meaning = { -left-out }
    .todo = Prüfen Sie bei { $site }, ob { $peer } dort umbenannt oder entkoppelt wurde.
peer-does_not_list_us = { $peer } führt { $site } nicht unter diesem Namen.
    .meaning = { -left-out }
    .todo = Prüfen Sie bei { $peer }, ob { $site } dort umbenannt oder entkoppelt wurde.
peer-pin_unexpected = { $peer } hat für { $site } { $holds } hinterlegt, nicht das verwendete Zertifikat.
    .meaning = { -left-out }
    .todo = Finden Sie heraus, wer das geändert hat und warum, bevor es überschrieben wird.
peer-sees_other = { $peer } sieht bei { $site } das Zertifikat { $sees }; dieser Computer sieht ein anderes.
    .meaning = Zwischen den beiden steht vielleicht etwas. Dieser Lauf lässt die Peer-Site aus.
    .todo = { -ends-tls }
peer-seen_other = { $site } sieht bei { $peer } das Zertifikat { $sees }; dieser Computer sieht ein anderes.
    .meaning = Zwischen den beiden steht vielleicht etwas. Dieser Lauf lässt die Peer-Site aus.
    .todo = { -ends-tls }
peer-clock_behind = Nach der Uhr von { $peer } ist das neue Zertifikat erst ab { $from } gültig.
    .meaning = { -left-out }
    .todo = Stellen Sie die Uhr des Peers richtig, dann versuchen Sie es mit diesem Peer erneut.

## What is worth knowing of one that is

-repaired-in-this-run = Die Peer-Site wird in diesem Lauf repariert.

peer-our_pin_stale = { $site } hat für { $peer } einen anderen Thumbprint hinterlegt, als { $peer } zeigt.
    .meaning = Die Reparatur schreibt den geprüften.
    .todo = { -nothing-to-do }
peer-busy = Bei { $peer } laufen Aufgaben: { $count }.
    .meaning = { -repaired-in-this-run }
    .todo = { -nothing-to-do }
peer-password_ending = Das root-Passwort von { $peer } läuft in { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
  } ab.
    .meaning = { -repaired-in-this-run }
    .todo = Ändern Sie es bald.

## The local site before the change

-can-go-on = Das Ersetzen kann weitergehen.

site-clock_off = Die Uhr von { $site } geht gegenüber diesem Computer { $skew } { $direction ->
    [behind] nach
   *[ahead] vor
  }.
    .meaning = { -can-go-on }
    .todo = Stellen Sie die Uhr richtig, die falsch geht.
site-another_service = Unter { $address } antwortet der { $service }, nicht der Cloud Service.
    .meaning = { -unchanged }
    .todo = Geben Sie die Adresse des Cloud Service an: die ohne Port oder mit 443.
plan-reports_other = { $site } zeigt das Zertifikat { $shows } und gibt an, { $reports } zu verwenden.
    .meaning = Zwischen diesem Computer und der Site steht vielleicht etwas, oder die Site wurde nicht neu gestartet, seit ihr Zertifikat ersetzt wurde. { -unchanged }
    .todo = Vergleichen Sie mit der Konsole der Appliance, bevor Sie weitermachen.
plan-not_configured = { $site } ist nicht konfiguriert.
    .meaning = { -unchanged }
    .todo = Schließen Sie zuerst die Ersteinrichtung ab.
plan-password_expired = Das root-Passwort von { $site } ist abgelaufen.
    .meaning = { -unchanged }
    .todo = Ändern Sie es in der Oberfläche der Appliance, dann erstellen Sie den Plan neu.
plan-password_ending = Das root-Passwort von { $site } läuft in { $days ->
    [one] { $days } Tag
   *[other] { $days } Tagen
  } ab.
    .meaning = { -can-go-on }
    .todo = Ändern Sie es bald.
plan-not_yet_valid_there = Nach der Uhr von { $site } ist das neue Zertifikat erst ab { $from } gültig.
    .meaning = { -unchanged }
    .todo = Stellen Sie die Uhr der Appliance richtig oder warten Sie bis dahin.
plan-unverified = Das Zertifikat, an dem { $site } erkannt wird, wurde ungeprüft akzeptiert.
    .meaning = An eine Site, von der man so wenig weiß, wird kein privater Schlüssel gesendet. { -unchanged }
    .todo = Prüfen Sie zuerst den Thumbprint der Site: Fügen Sie ihn von der Konsole der Appliance oder aus vCenter ein.
plan-version_unknown = { $site } läuft mit Version { $version }, die hier nicht bekannt ist.
    .meaning = Das Ersetzen und die Reparaturen laufen dort vielleicht anders ab.
    .todo = Prüfen Sie in den Hinweisen des Herstellers, dass das nicht so ist, oder verwenden Sie die Oberfläche der Appliance.
plan-busy = Bei { $site } laufen Aufgaben: { $count }.
    .meaning = Der Neustart kann sie unterbrechen.
    .todo = Starten Sie, wenn sie fertig sind, falls sie wichtig sind.
plan-no_peers = { $site } hat keine Peer-Sites.
    .meaning = Nur das eigene Zertifikat wird ersetzt.
    .todo = { -nothing-to-do }
plan-stranger = { $peer } gehört nicht zu den Peer-Sites von { $site }.
    .meaning = Dieser Lauf lässt sie aus.
    .todo = Prüfen Sie, ob sie umbenannt oder entkoppelt wurde.

## The replacement

-make-a-new-plan = Finden Sie heraus, wer das war, dann erstellen Sie einen neuen Plan.

replace-changed_meanwhile = { $site } verwendet das Zertifikat { $uses }: Seit der Plan erstellt wurde, hat es jemand ersetzt.
    .meaning = { -unchanged-in-this-run }
    .todo = { -make-a-new-plan }
replace-pairing_changed = Die Kopplung von { $site } mit { $peer } wurde geändert, seit der Plan erstellt wurde.
    .meaning = { -unchanged-in-this-run }
    .todo = { -make-a-new-plan }
replace-refused = { $site } hat das neue Zertifikat abgelehnt. { $cause }
    .meaning = Das alte Zertifikat bleibt in Gebrauch. { -unchanged }
    .todo = { $cause }
replace-nobody_to_repair = Das Zertifikat von { $site } wurde nicht ersetzt: Keine der Peer-Sites kann jetzt repariert werden.
    .meaning = Es wurde nirgends etwas geändert.
    .todo = Beheben Sie, was bei jeder Peer-Site im Weg ist, dann erstellen Sie einen neuen Plan.
replace-other_taken = { $site } gibt an, das Zertifikat { $uses } zu verwenden: weder das alte noch das neue dieses Laufs.
    .meaning = Jemand anders hat das Zertifikat von { $site } ersetzt. An keiner Peer-Site wurde etwas geändert.
    .todo = { -make-a-new-plan }
replace-away = Unter { $site } antwortet niemand. Vielleicht startet die Site gerade mit dem neu, was ein früherer Lauf gesendet hat.
    .meaning = { -unchanged-in-this-run }
    .todo = Warten Sie, bis { $site } antwortet, dann erstellen Sie einen neuen Plan oder setzen diesen Lauf fort.
replace-earlier_stands = Das Zertifikat von { $site } wurde nicht ersetzt: Vielleicht hat das schon der frühere Lauf { $run } getan.
    .meaning = { -unchanged-in-this-run }
    .todo = Sehen Sie sich in der Oberfläche der Appliance das Zertifikat von { $site } an und wer ihm vertraut; dann erstellen Sie einen neuen Plan.
replace-given_up = Die Anfrage, das Zertifikat bei { $site } zu ersetzen, wurde nicht noch einmal gesendet.
    .meaning = Sehr wahrscheinlich bleibt das alte Zertifikat in Gebrauch; die Antwort, die es sagen würde, ging verloren.
    .todo = Sehen Sie sich das Zertifikat von { $site } in der Oberfläche der Appliance an, dann erstellen Sie einen neuen Plan.

## From the restart to the new certificate being verified

-in-between = Die Anfrage zum Ersetzen wurde gesendet. Bis die Site zurück und repariert ist, lehnen ihre Peer-Sites sie ab.
-unsent = Die Site hat sich ein neues Zertifikat erzeugt. An den, der jetzt antwortet, wurde kein Passwort gesendet, und an keiner Peer-Site wurde etwas geändert.
-look-at-services = Sehen Sie sich die Dienste in der Oberfläche der Appliance an, starten Sie sie nötigenfalls neu, dann setzen Sie den Lauf fort.

restart-other_certificate = Unter { $site } antwortet das Zertifikat { $seen }. Es ist weder das alte noch das neue.
    .meaning = Dorthin wurde kein Passwort gesendet, und an keiner Peer-Site wurde etwas geändert.
    .todo = { -who-answers }
restart-old_again = Unter { $site } antwortet wieder das alte Zertifikat, nachdem schon das neue zu sehen war.
    .meaning = Vielleicht wurde die Appliance zurückgesetzt, oder zwei Maschinen antworten unter einer Adresse. Dorthin wurde kein Passwort gesendet.
    .todo = { -who-answers }
restart-still_old = { $site } zeigt noch das alte Zertifikat: Niemand hat einen Neustart gesehen.
    .meaning = { $site } hat das neue Zertifikat angenommen, verwendet es aber nicht. Die Peer-Sites vertrauen { $site } weiterhin.
    .todo = { -look-at-services }
restart-back_with_old = { $site } war nicht erreichbar und kam mit dem alten Zertifikat zurück.
    .meaning = { $site } hat das neue Zertifikat angenommen, verwendet es aber nicht. Die Peer-Sites vertrauen { $site } weiterhin.
    .todo = { -look-at-services }
restart-not_back = { $site } ist nicht rechtzeitig zurückgekommen.
    .meaning = { -in-between }
    .todo = Sehen Sie sich die Konsole der Appliance und ihre Dienste an, dann setzen Sie den Lauf fort.
restart-not_ready = { $site } zeigt das neue Zertifikat, aber die Dienste antworten nicht richtig.
    .meaning = { -in-between }
    .todo = Warten Sie, bis die eigene Oberfläche antwortet, dann setzen Sie den Lauf fort.
restart-in_between = { -in-between }
restart-reports_other = { $site } zeigt das Zertifikat { $shows } und gibt an, { $reports } zu verwenden.
    .meaning = Zwischen diesem Computer und der Site steht vielleicht etwas. An keiner Peer-Site wurde etwas geändert.
    .todo = { -who-answers }
restart-witnesses_disagree = Dieser Computer sieht bei { $site } { $here }, und { $others }.
    .meaning = { -unsent }
    .todo = { -who-answers }
restart-pasted_old = Der eingefügte Thumbprint ist der des ersetzten Zertifikats; { $site } zeigt jetzt { $seen }.
    .meaning = { -unsent }
    .todo = Lesen Sie den neuen Thumbprint von der Konsole der Appliance ab, dann setzen Sie den Lauf fort und fügen diesen ein.
restart-pasted_differs = { $site } zeigt { $seen }; der eingefügte Thumbprint ist { $pasted }.
    .meaning = { -unsent }
    .todo = { -who-answers }
restart-not_vouched = Niemand hat für das neue Zertifikat von { $site } gebürgt.
    .meaning = { -unsent }
    .todo = Lesen Sie den Thumbprint von der Konsole der Appliance ab, dann setzen Sie den Lauf fort.
sight-other = { $peer } sieht { $seen }

verify-same_process = Unter { $site } antwortet derselbe Prozess wie vor dem Ersetzen.
    .meaning = Das neue Zertifikat ist in Gebrauch. Dass ein Neustart die ID des Prozesses ändert, ist aus ihrem Namen geschlossen.
    .todo = Sehen Sie sich die Dienste in der Oberfläche der Appliance an.
verify-not_in_order = { $site } und { $peer } wurden repariert, aber beim letzten Lesen war ihre Kopplung nicht in Ordnung oder nicht lesbar.
    .meaning = Vielleicht hat sie inzwischen jemand geändert, oder eine der beiden war nicht mehr da.
    .todo = Sehen Sie nach, ob beide laufen, dann versuchen Sie es mit diesem Peer erneut.

on_premises-refused = { $site } meldet, dass das neue Zertifikat abgelehnt wird von: { $names }.
    .meaning = Dort war nichts zu tun. Der Fehler stammt vielleicht vom Neustart und verschwindet beim nächsten Kontakt, oder die Site vertraut der CA doch nicht.
    .todo = Sehen Sie sich die Kopplung der Site auf ihrer eigenen Appliance an; reparieren Sie sie dort, wenn der Fehler bleibt.

## One half of a repair: $at is the site that repairs, $of the one that is repaired

-not-yet = Die beiden vertrauen einander noch nicht. Die anderen Peer-Sites sind nicht betroffen.
-try-again = Beseitigen Sie die Ursache, dann versuchen Sie es mit diesem Peer erneut.

repair-record_gone = { $at } führt { $of } nicht.
    .meaning = { -not-yet }
    .todo = Prüfen Sie bei { $at }, ob { $of } entkoppelt oder umbenannt wurde.
repair-address_changed = { $at } führt { $of } unter { $is }; vor dem Lauf war es { $was }.
    .meaning = { -not-yet }
    .todo = Finden Sie heraus, wer das geändert hat und warum, dann erstellen Sie einen neuen Plan.
repair-somebody_else = { $at } hat für { $of } { $holds } hinterlegt: Jemand hat es seit Beginn des Laufs geändert.
    .meaning = Es wurde nicht überschrieben. Die anderen Peer-Sites sind nicht betroffen.
    .todo = Finden Sie heraus, wer das geändert hat und warum, dann versuchen Sie es mit diesem Peer erneut.
repair-sees_other = { $at } sieht unter { $url } das Zertifikat { $sees }; das geprüfte Zertifikat von { $of } ist { $verified }.
    .meaning = Zwischen den beiden Sites steht vielleicht etwas. Dort wurde nichts geschrieben.
    .todo = { -ends-tls } Dann versuchen Sie es mit diesem Peer erneut.
repair-cannot_look = { $at } kann sich { $of } nicht ansehen. { $cause }
    .meaning = { -not-yet }
    .todo = Prüfen Sie das Netzwerk zwischen den beiden Sites, dann versuchen Sie es mit diesem Peer erneut.
# $remark is what the task said.
repair-done_with_a_remark = { $remark }
    .meaning = { $at } hat trotzdem den richtigen Thumbprint von { $of } hinterlegt und meldet keinen Fehler: Die Reparatur ist erledigt.
    .todo = { -nothing-to-do }
# $cause is why it cannot.
site-cannot_look = { $at } kann sich { $of } nicht ansehen. { $cause }
    .meaning = { $cause }
    .todo = { $cause }
repair-refused = { $at } hat es abgelehnt, { $of } zu reparieren. { $cause }
    .meaning = { -not-yet }
    .todo = { $cause }
repair-not_yet = { -not-yet }
repair-task_failed = Die Reparatur von { $of } bei { $at } ist fehlgeschlagen.
    .meaning = { -not-yet }
    .todo = { -try-again }
repair-task_endless = Die Reparatur von { $of } bei { $at } kommt zu keinem Ende.
    .meaning = { -not-yet }
    .todo = Sehen Sie sich die Aufgaben von { $at } an; dann versuchen Sie es mit diesem Peer erneut.
repair-not_taken = { $at } meldet, dass die Reparatur erledigt ist, und hat für { $of } { $holds } hinterlegt.
    .meaning = { -not-yet }
    .todo = { -try-again }
repair-still_broken = Die Reparatur ist erledigt, aber { $at } meldet noch einen Fehler mit { $of }.
    .meaning = { -not-yet }
    .todo = Prüfen Sie das Netzwerk zwischen den beiden Sites und suchen Sie ein Gerät, das TLS terminiert, dann versuchen Sie es mit diesem Peer erneut.
repair-still_refused = Die Reparatur ist erledigt, aber { $at } meldet noch einen Fehler mit { $of }: { $of } lehnt { $at } ab. Sehr wahrscheinlich ist der Thumbprint veraltet, den { $of } für { $at } hinterlegt hat.
    .meaning = { -not-yet }
    .todo = Reparieren Sie { $at } bei { $of }, dann versuchen Sie es mit diesem Peer erneut.
repair-still_another_there = Die Reparatur ist erledigt, aber { $at } meldet noch einen Fehler mit { $of }: Was dort antwortet, ist nicht das Zertifikat, das { $at } für { $of } hinterlegt hat.
    .meaning = { -not-yet }
    .todo = Suchen Sie zwischen { $at } und { $of } ein Gerät, das TLS terminiert, und sehen Sie nach, ob { $of } inzwischen neu gestartet wurde; dann versuchen Sie es mit diesem Peer erneut.
repair-still_another_comes = Die Reparatur ist erledigt, aber { $at } meldet noch einen Fehler mit { $of }: { $of } kommt mit einem anderen Zertifikat, als { $at } dafür hinterlegt hat.
    .meaning = { -not-yet }
    .todo = Sehen Sie sich das Zertifikat an, das { $of } verwendet, dann versuchen Sie es mit diesem Peer erneut.

## Why a run does not start or does not go on

-as-it-was = An keiner Site ist etwas geschehen.

run-other_plan = Der Plan wurde für eine andere Site, eine andere Aktion oder ein anderes Zertifikat erstellt.
    .meaning = { -as-it-was }
    .todo = Erstellen Sie den Plan neu.
run-ended = Dieser Lauf ist beendet; alles ist, wie es sein soll.
    .meaning = { -as-it-was }
    .todo = Lesen Sie seinen Bericht oder starten Sie einen neuen Lauf.
run-stopped = Dieser Lauf von { $site } wurde durch die Antwort einer Person beendet, und dabei bleibt es.
    .meaning = Weder an { $site } noch an einer ihrer Peer-Sites wurde etwas geändert.
    .todo = Erstellen Sie einen neuen Plan für { $site }, wenn die Peer-Sites bereit sind.
run-no_beginning = Das Protokoll von { $run } sagt nicht, worum es in dem Lauf geht.
    .meaning = An keiner Site ist noch etwas geschehen.
    .todo = Starten Sie einen neuen Lauf: Er sieht sich zuerst die Site an und fragt nach, wo ein früheres Ersetzen vielleicht schon gesendet wurde.
run-other_site = In diesem Lauf geht es um die Site unter { $recorded }.
    .meaning = { -as-it-was }
    .todo = Geben Sie die Anmeldung für diese Site an.
run-other_pin = Das Zertifikat, an dem die Site erkannt wird, ist weder das alte noch das neue dieses Laufs.
    .meaning = { -as-it-was }
    .todo = Finden Sie heraus, welches Zertifikat die Site verwendet, bevor Sie weitermachen.
run-file_needed = Das neue Zertifikat wurde nicht gesendet, bevor der Lauf abbrach; seine Datei wird noch einmal gebraucht.
    .meaning = { -as-it-was }
    .todo = Wählen Sie dieselbe Datei und setzen Sie den Lauf fort.
run-file_needed_again = Das neue Zertifikat soll, wie geantwortet wurde, noch einmal an { $site } gesendet werden; dafür wird seine Datei gebraucht.
    .meaning = Ob { $site } angenommen hat, was vorher gesendet wurde, ist noch nicht bekannt. Jetzt ist nichts geschehen.
    .todo = Wählen Sie dieselbe Datei und setzen Sie den Lauf fort.
run-other_file = Diese Datei enthält ein anderes Zertifikat als das, mit dem der Lauf begann.
    .meaning = { -as-it-was }
    .todo = Wählen Sie dieselbe Datei oder starten Sie mit dieser einen neuen Lauf.

## The run as a whole

-waits-as-before = Der Lauf wartet wie zuvor.

run-still_running = Dieser Lauf ist an der Arbeit.
    .meaning = Er geht weiter wie bisher.
    .todo = Warten Sie, bis er angehalten hat.
question-gone = Diese Frage wartet nicht auf eine Antwort.
    .meaning = Der Lauf geht weiter wie bisher.
    .todo = Sehen Sie nach, wo der Lauf steht.
question-no_such_answer = Diese Antwort gibt es auf die Frage nicht.
    .meaning = { -waits-as-before }
    .todo = Wählen Sie eine der angebotenen Antworten.
question-not_typed = Für diese Antwort muss { $wanted } eingegeben werden.
    .meaning = { -waits-as-before }
    .todo = Geben Sie es genau so ein oder wählen Sie eine andere Antwort.
question-no_thumbprint = Was eingefügt wurde, ist kein SHA-256-Thumbprint.
    .meaning = { -waits-as-before }
    .todo = Fügen Sie alle 64 Hexadezimalziffern ein; Doppelpunkte und Leerzeichen stören nicht. SHA-1 hat nur 40.
