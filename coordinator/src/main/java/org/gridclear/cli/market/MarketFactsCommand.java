package org.gridclear.cli.market;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.market.store.MarketFolder;

/** What commands of {@code gridclear market} share. */
abstract class MarketFactsCommand extends PrintingCommand {
  static void print(MarketFolder.Facts facts, PrintWriter out) {
    shown(facts).forEach((what, value) -> out.printf("%-9s %s%n", what, value));
    out.flush();
  }

  static Map<String, String> shown(MarketFolder.Facts facts) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("name", facts.name());
    shown.put("timeZone", facts.timeZone());
    shown.put("currency", facts.currency());
    shown.put("database", facts.shownDatabase());
    return shown;
  }
}
