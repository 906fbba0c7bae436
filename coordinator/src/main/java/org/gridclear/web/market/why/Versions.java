package org.gridclear.web.market.why;

import java.util.OptionalInt;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.web.account.Caller;
import org.gridclear.web.market.ServedMarket;
import org.gridclear.web.why.Answers;
import org.gridclear.whatif.VersionCase;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Cases of versions of days, for who sees all of the market. */
@Component
class Versions {
  private static final String NEWEST = "newest";

  private final ServedMarket served;
  private final Answers answers;

  Versions(ServedMarket served, Answers answers) {
    this.served = served;
    this.answers = answers;
  }

  /** The number of a version; empty for the newest. */
  static OptionalInt number(String version) {
    if (version.equals(NEWEST)) {
      return OptionalInt.empty();
    }
    if (!version.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "The version (%s) must be a number from 1, or newest.".formatted(version));
    }
    return OptionalInt.of(Integer.parseInt(version));
  }

  /** A version; 404 where there is none that the caller sees. */
  DayVersion version(Caller caller, DayKey key, String version) {
    OptionalInt number = number(version);
    return served.days().versions(key.market(), key.date(), key.date()).stream()
        .filter(each -> caller.scope().isAll() && each.key().equals(key))
        .filter(each -> number.isEmpty() || number.getAsInt() == each.version())
        .reduce((first, last) -> last.version() > first.version() ? last : first)
        .orElseThrow(
            () ->
                new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no version %s of %s here.".formatted(version, key.text())));
  }

  /** Its case, dispatched with its commitment. */
  VersionCase.Found found(DayVersion version) {
    VersionCase cases = new VersionCase(served.folder(), served.days());
    return answers.kept(
        version.text() + " " + version.caseHash() + " " + version.outcomeHash(),
        VersionCase.Found.class,
        () -> answers.dispatched(context -> cases.of(version, context)));
  }
}
