package org.gridclear.cli.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gridclear.cli.assembly.MarketOption;
import org.gridclear.cli.option.ExitCodes;
import org.gridclear.cli.option.PrintingCommand;
import org.gridclear.cli.option.TableOutput;
import org.gridclear.market.anomaly.AnomalyNotices;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.result.ResultAnswer;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.store.MarketFolder;

/** What commands of {@code gridclear results} share. */
abstract class ResultQuestion extends PrintingCommand {
  static final String KINDS =
      "prices, zone-prices, units, commitment, reserves, flows, shadow-prices, security, offers,"
          + " balance, loads or storage.";

  final int answer(
      MarketOption market, TableOutput output, Function<ResultService, ResultAnswer> question)
      throws IOException {
    return answer(market, output, (folder, service) -> question.apply(service));
  }

  final int answer(
      MarketOption market,
      TableOutput output,
      BiFunction<MarketFolder, ResultService, ResultAnswer> question)
      throws IOException {
    output.check();
    try (MarketFolder folder = market.open()) {
      ResultAnswer answer =
          question.apply(
              folder, new ResultService(DayStore.of(folder), AnomalyNotices.of(folder.database())));
      PrintWriter words = err();
      answer.lines().forEach(words::println);
      words.flush();
      output.write(answer.table().withMoney(folder.facts().currency()), out());
      boolean whole = answer.alarms().isEmpty() && answer.missing().isEmpty();
      return ExitCodes.clean(whole);
    }
  }

  /** An answer that says how much it leaves out. */
  static ResultAnswer whole(ResultAnswer answer) {
    int rows = answer.table().rows().size();
    List<String> notices = new ArrayList<>(answer.notices());
    if (rows < answer.total()) {
      notices.add("%d of %d rows.".formatted(rows, answer.total()));
    }
    return new ResultAnswer(
        answer.table(), answer.total(), answer.missing(), answer.alarms(), notices);
  }
}
