package org.gridclear.market.anomaly;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.market.anomaly.rule.Place;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.store.anomaly.AnomalyQuestion;

/**
 * Who asks, and which anomalies are seen: those of prices, of the system and of runs are for
 * everybody in the market, those of a unit or storage for who sees its owner, those of flows for
 * who sees everything.
 *
 * @param scope members, zones and markets that are seen
 * @param rights what may be read
 */
public record AnomalyViewer(Scope scope, Set<Right> rights) {
  public AnomalyViewer {
    rights = Set.copyOf(rights);
  }

  /** Whether an anomaly is seen. */
  public boolean sees(KeptAnomaly kept) {
    if (!scope.seesMarket(DayKey.word(kept.key().market()))) {
      return false;
    }
    Place place = kept.anomaly().place();
    boolean ofMarket = rights.contains(Right.READ_MARKET);
    return switch (place.kind()) {
      case "bus" -> ofMarket && inZone(place);
      case "unit", "storage" ->
          rights.contains(Right.READ_OWN) && inZone(place) && scope.seesMember(place.owner());
      case "branch", "flowgate" -> ofMarket && scope.isAll();
      default -> ofMarket && scope.zones().all();
    };
  }

  private boolean inZone(Place place) {
    return place.zone().isEmpty() ? scope.zones().all() : scope.seesZone(place.zone());
  }

  /** The same as a part of a question to the store. */
  AnomalyQuestion.Seen seen() {
    return new AnomalyQuestion.Seen(
        scope.isNothing() ? Optional.of(List.of()) : ids(scope.markets()),
        ids(scope.zones()),
        ids(scope.members()),
        rights.contains(Right.READ_MARKET),
        rights.contains(Right.READ_OWN));
  }

  private static Optional<List<String>> ids(Scope.Part part) {
    return part.all() ? Optional.empty() : Optional.of(List.copyOf(part.ids()));
  }
}
