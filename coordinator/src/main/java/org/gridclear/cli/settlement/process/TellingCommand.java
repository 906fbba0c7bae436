package org.gridclear.cli.settlement.process;

import java.time.Clock;
import org.gridclear.cli.option.ActorOptions;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.settlement.open.OpenProcess;
import org.gridclear.settlement.notice.EffectNotices;

/** What commands of {@code gridclear settle process} share. */
abstract class TellingCommand extends PrintingCommand {
  final int told(OpenProcess open, ActorOptions acting, int number) throws Exception {
    EffectNotices.Told told =
        open.settle(
            acting,
            "tell",
            "publication " + number,
            by ->
                new EffectNotices(open.folder(), open.process(), Clock.systemUTC())
                    .tell(number, by));
    said("%d messages are written of what it changes.", told.told());
    if (!told.unregistered().isEmpty()) {
      said("Not registered, so not told: %s", String.join(", ", told.unregistered()));
    }
    return ExitCodes.clean(told.unregistered().isEmpty());
  }
}
