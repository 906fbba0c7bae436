package org.gridclear.market.publication;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.publication.PublicationKind.Correction;
import org.gridclear.market.store.publication.PublicationLedger;
import org.gridclear.market.store.publication.PublicationRow;
import org.gridclear.market.store.publication.PublicationRow.Action;
import org.gridclear.market.store.publication.PublicationRow.Subject;

/**
 * Which kinds of a version have to be published for it to be a published one: those whose time has
 * come; where none has a time that has come, all that it has.
 *
 * @param catalogue what is published
 * @param version of which version
 * @param since since when it is in force
 * @param zone the market's zone of time
 */
record DueKinds(Catalogue catalogue, DayVersion version, Instant since, ZoneId zone) {
  /** Ids of those that are not published yet. */
  List<String> left(PublicationLedger ledger, Subject subject, Instant now) {
    String market = DayKey.word(version.key().market());
    List<PublicationKind> had =
        catalogue.ofMarket(market).stream()
            .filter(each -> version.blocks().containsKey(((Source.Result) each.source()).kind()))
            .toList();
    List<PublicationKind> due = had.stream().filter(each -> isDue(each, market, now)).toList();
    return (due.isEmpty() ? had : due)
        .stream()
            .filter(each -> !isPublished(each, ledger, subject))
            .map(PublicationKind::id)
            .toList();
  }

  private boolean isDue(PublicationKind kind, String market, Instant now) {
    return kind.schedule(market)
        .due(version.key().date(), since, zone)
        .filter(at -> !at.isAfter(now))
        .isPresent();
  }

  /** What the first version gave stays where later ones do not correct it by themselves. */
  private static boolean isPublished(
      PublicationKind kind, PublicationLedger ledger, Subject subject) {
    Optional<PublicationRow> last =
        ledger.last(kind.id(), subject).filter(row -> row.action() != Action.WITHDRAWN);
    return last.filter(
            row ->
                row.subject().version() >= subject.version()
                    || kind.correction() != Correction.AUTOMATIC)
        .isPresent();
  }
}
