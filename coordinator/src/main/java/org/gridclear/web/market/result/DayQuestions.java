package org.gridclear.web.market.result;

import java.io.IOException;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.function.Function;
import org.gridclear.market.anomaly.AnomalyNotices;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.ResultAnswer;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.table.RowRange;
import org.gridclear.web.account.Caller;
import org.gridclear.web.market.ServedMarket;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Questions to the results of the served market's days, and their answers. */
@Component
public class DayQuestions {
  /** Word of the newest version. */
  public static final String NEWEST = "newest";

  private final ServedMarket served;

  DayQuestions(ServedMarket served) {
    this.served = served;
  }

  /** The answer to a question, as a table. */
  public ResponseEntity<byte[]> answer(
      Function<ResultService, ResultAnswer> question, RowRange pages, String format)
      throws IOException {
    ResultService service =
        new ResultService(served.days(), AnomalyNotices.of(served.folder().database()));
    String currency = served.folder().facts().currency();
    return ResultAnswers.of(() -> question.apply(service), pages, format, currency);
  }

  /** What a caller may see. */
  public static Viewer viewer(Caller caller) {
    return Viewer.of(caller.scope(), caller.rights());
  }

  /** Which rows of which versions: a number from 1, or newest. */
  public static DayQuery query(
      String market, LocalDate from, LocalDate to, String version, RowParameters rows) {
    return new DayQuery(
        DayKey.market(market), from, to, rows.run(), number(version), rows.filter());
  }

  private static OptionalInt number(String version) {
    if (version.equals(NEWEST)) {
      return OptionalInt.empty();
    }
    if (!version.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "The version (%s) must be a number from 1, or newest.".formatted(version));
    }
    return OptionalInt.of(Integer.parseInt(version));
  }
}
