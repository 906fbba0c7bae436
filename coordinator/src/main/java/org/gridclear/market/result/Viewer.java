package org.gridclear.market.result;

import java.util.EnumSet;
import java.util.Set;
import org.gridclear.account.Right;
import org.gridclear.account.Scope;
import org.gridclear.market.approval.VersionState;
import org.gridclear.market.day.BlockLayout;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.day.ResultKind;

/**
 * Who asks, and what is seen. Prices and the balance are for everybody in the market; a unit, a
 * load or a storage with what it offers is for who sees its owner; flows and violations are for who
 * sees everything. What lies outside is answered as what there is not.
 *
 * @param scope members, zones and markets that are seen
 * @param rights what may be read
 * @param drafts whether versions are seen that are not published
 */
public record Viewer(Scope scope, Set<Right> rights, boolean drafts) {
  /** Rights of those who bring versions on, or watch over the market. */
  private static final Set<Right> OF_DRAFTS =
      EnumSet.of(
          Right.OPERATE_MARKET, Right.APPROVE_DAY, Right.READ_RESULTS, Right.READ_DECLARATIONS);

  /** Who has the market's folder itself. */
  public static final Viewer LOCAL =
      new Viewer(Scope.ALL, EnumSet.of(Right.READ_MARKET, Right.READ_OWN));

  /** Who sees versions that are published or not. */
  public Viewer(Scope scope, Set<Right> rights) {
    this(scope, rights, true);
  }

  /** Who asks a server: a member sees of a day what is published. */
  public static Viewer of(Scope scope, Set<Right> rights) {
    return new Viewer(scope, rights, rights.stream().anyMatch(OF_DRAFTS::contains));
  }

  /** Whether a version is seen at all. */
  boolean sees(DayVersion version) {
    return drafts || version.state().equals(VersionState.PUBLISHED.name());
  }

  /** Whether any row of a kind can be seen in a market. */
  public boolean sees(String market, ResultKind kind) {
    if (!scope.seesMarket(market)) {
      return false;
    }
    return switch (kind) {
      case PRICES, ZONE_PRICES -> rights.contains(Right.READ_MARKET);
      case BALANCE, SHADOW_PRICES -> scope.zones().all() && rights.contains(Right.READ_MARKET);
      case UNITS, COMMITMENT, OFFERS, LOADS, STORAGE -> rights.contains(Right.READ_OWN);
      case RESERVES -> rights.contains(Right.READ_MARKET) || rights.contains(Right.READ_OWN);
      case FLOWS, SECURITY -> scope.isAll() && rights.contains(Right.READ_MARKET);
    };
  }

  /** Whether every element of every block can be seen. */
  boolean seesAll() {
    return scope.isAll() && rights.contains(Right.READ_MARKET) && rights.contains(Right.READ_OWN);
  }

  /** Whether an element of a block can be seen. */
  boolean sees(BlockLayout layout, int element) {
    if (scope.isAll()) {
      return seesKindOf(layout, element);
    }
    int zone = layout.key("zone");
    boolean placed = zone >= 0 && !text(layout, element, "zone").isEmpty();
    boolean inZone = placed ? scope.seesZone(text(layout, element, "zone")) : scope.zones().all();
    return inZone && seesKindOf(layout, element);
  }

  private boolean seesKindOf(BlockLayout layout, int element) {
    if (layout.key("owner") < 0) {
      return true;
    }
    if (layout.kind() == ResultKind.RESERVES && text(layout, element, "unit").isEmpty()) {
      return rights.contains(Right.READ_MARKET);
    }
    return rights.contains(Right.READ_OWN) && scope.seesMember(text(layout, element, "owner"));
  }

  private static String text(BlockLayout layout, int element, String key) {
    return layout.elements().get(element).get(layout.key(key));
  }

  /** An alarm as it may be told: whose things it names only to who sees everything. */
  String told(String alarm) {
    int colon = alarm.indexOf(':');
    return scope.isAll() || colon < 0 ? alarm : alarm.substring(0, colon);
  }
}
