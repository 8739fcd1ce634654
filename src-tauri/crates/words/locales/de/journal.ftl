### The record of a run.

-nothing-done = An keiner Site ist etwas geschehen.
-run-stays = Der Lauf bleibt, wie er ist; an keiner Site ist etwas geschehen.
-stopped = Der Lauf wurde angehalten: Es geschieht nichts, was nicht zuvor aufgezeichnet werden kann.
-free-space = Schaffen Sie Platz auf dem Datenträger dieses Computers, dann versuchen Sie es erneut.
-check-the-disk = Prüfen Sie den Datenträger dieses Computers, dann setzen Sie den Lauf fort.
-keep-for-support = Bewahren Sie die Datei für den Support auf.

journal-site_busy = Ein Lauf von { $address } ist schon geöffnet{ $holder }.
    .meaning = { -nothing-done }
    .todo = Beenden Sie diesen Lauf oder setzen Sie ihn fort; er steht in der Liste der Läufe.
journal-no_space = Für das Protokoll dieses Laufs ist kein Platz auf dem Datenträger.
    .meaning = { -nothing-done }
    .todo = { -free-space }
journal-unavailable = Das Protokoll dieses Laufs lässt sich in { $folder } nicht anlegen.
    .meaning = { -nothing-done }
    .todo = Prüfen Sie, ob es diesen Ordner gibt und ob Sie darin schreiben dürfen.
journal-run_busy = Der Lauf { $run } oder ein anderer seiner Site ist geöffnet{ $holder }.
    .meaning = { -run-stays }
    .todo = Machen Sie in dem Fenster weiter, in dem er geöffnet ist, oder schließen Sie zuerst jenes.
journal-newer = Der Lauf { $run } wurde von einer neueren Version von Reseal aufgezeichnet.
    .meaning = Er kann hier gelesen, aber nicht fortgesetzt werden.
    .todo = Installieren Sie die neuere Version und setzen Sie den Lauf dort fort.
journal-not_locked = Der Lauf { $run } lässt sich nicht sperren und wird deshalb nicht fortgesetzt.
    .meaning = { -run-stays }
    .todo = Prüfen Sie, ob Sie im Ordner der Läufe schreiben dürfen und ob auf seinem Datenträger Platz ist.
journal-not_mended = Das abgeschnittene Ende des Protokolls von { $run } lässt sich nicht beiseitelegen.
    .meaning = { -run-stays }
    .todo = { -free-space }

# Who holds a run, as the end of a sentence.
holder-user = , von { $user } (Prozess { $pid })
holder-process = , von Prozess { $pid }
holder-unknown = { "" }

journal-missing = Es gibt keinen Lauf namens { $run }.
    .meaning = { -nothing-done }
    .todo = Suchen Sie ihn in der Liste der Läufe.
journal-unreadable = Das Protokoll { $path } lässt sich nicht lesen.
    .meaning = Was der Lauf getan hat, ist hier nicht bekannt; die Sites sind, wie der Lauf sie hinterlassen hat.
    .todo = Prüfen Sie, ob Sie diese Datei lesen dürfen, dann versuchen Sie es erneut.
journal-empty = Das Protokoll { $path } enthält nichts.
    .meaning = Der Lauf hatte nicht begonnen: An keiner Site ist etwas geschehen.
    .todo = Starten Sie einen neuen Lauf.
journal-damaged = Das Protokoll { $path } ist beschädigt; { $readable ->
    [0] kein Eintrag ist lesbar
    [one] nur der erste Eintrag ist lesbar
   *[other] nur die ersten { $readable } Einträge sind lesbar
  }.
    .meaning = Die Datei blieb, wie sie ist, und der Lauf wird nicht fortgesetzt: Was er danach getan hat, ist hier nicht bekannt.
    .todo = { -keep-for-support } Prüfen Sie das Vertrauen der Site, dann starten Sie einen neuen Lauf.

# $cause is why the record cannot be read, $call what may have been sent.
journal-guarded = { $cause }
    .meaning = { $call } Das sagt der Sperrvermerk des Laufs. Was daraus wurde, ist nirgends aufgezeichnet.
    .todo = Senden Sie es nicht noch einmal, bevor Sie sich das Zertifikat der Site angesehen haben. Ein neuer Lauf dort sieht zuerst nach und fragt, bevor er etwas sendet; der Bericht dieses Laufs enthält, was noch lesbar ist.
journal-guarded_settled = { $cause }
    .meaning = { $call } Ein späterer Lauf hat geklärt, was daraus wurde.
    .todo = { -keep-for-support }
guarded-call = Am { $at } wurde vielleicht eine Anfrage gesendet, das Zertifikat von { $site } zu ersetzen.
guarded-unread_call = Vielleicht wurde eine Anfrage gesendet, das Zertifikat der Site zu ersetzen.

journal-disk_full = Der Datenträger ist voll.
    .meaning = { -stopped }
    .todo = { -free-space }
journal-encode = Ein Eintrag lässt sich nicht aufschreiben.
    .meaning = { -stopped }
    .todo = { -check-the-disk }
journal-write = Das Protokoll dieses Laufs lässt sich nicht schreiben.
    .meaning = { -stopped }
    .todo = { -check-the-disk }
journal-given_up = Das Protokoll dieses Laufs wurde nach einem früheren Fehler aufgegeben.
    .meaning = { -stopped }
    .todo = { -check-the-disk }

journal-not_a_run = { $offered } ist nicht der Name eines Laufs.
    .meaning = { -nothing-done }
    .todo = Nehmen Sie den Namen aus der Liste der Läufe.
