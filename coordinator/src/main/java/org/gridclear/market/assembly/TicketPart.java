package org.gridclear.market.assembly;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridclear.market.MarketDay;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.ticket.Ticket;
import org.gridclear.market.ticket.TicketElement;
import org.gridclear.market.ticket.TicketElement.Type;
import org.gridclear.market.ticket.TicketState;

/** Outages, commissionings and retirements: a part of a period out is the whole period out. */
final class TicketPart {
  private TicketPart() {}

  static void add(Draft draft, List<TicketBook.Kept> tickets, Outages outages) {
    PeriodGrid grid = draft.grid();
    Set<TicketElement> there = elements(draft.day());
    for (TicketBook.Kept kept : tickets) {
      Ticket ticket = kept.ticket();
      if (!ticket.covers(grid.start(), grid.end())) {
        continue;
      }
      draft.add(kept.version());
      if (!ticket.state().counts()) {
        if (ticket.state() == TicketState.PLANNED) {
          draft.notice("%s is not approved: nothing is out by it.".formatted(ticket));
        }
        continue;
      }
      for (TicketElement element : ticket.elements()) {
        if (!there.contains(element)) {
          draft.notice("%s: %s is not in the network version.".formatted(ticket, element));
        }
      }
      for (int t = 0; t < grid.count(); t++) {
        if (ticket.takesOut(grid.at(t), grid.at(t + 1))) {
          for (TicketElement element : ticket.elements()) {
            outages.take(element, t);
          }
          if (ticket.coversPartOf(grid.at(t), grid.at(t + 1))) {
            draft.notice(
                "%s covers a part of the period of %s: its elements are out in all of it."
                    .formatted(ticket, grid.show(t)));
          }
        }
      }
    }
  }

  private static Set<TicketElement> elements(MarketDay day) {
    Set<TicketElement> there = new HashSet<>();
    day.thermalUnits().forEach(unit -> there.add(new TicketElement(Type.UNIT, unit.id())));
    day.profiledUnits().forEach(unit -> there.add(new TicketElement(Type.UNIT, unit.id())));
    day.storageUnits().forEach(unit -> there.add(new TicketElement(Type.STORAGE, unit.id())));
    day.network().branches().forEach(each -> there.add(new TicketElement(Type.BRANCH, each.id())));
    day.network().hvdcLines().forEach(each -> there.add(new TicketElement(Type.HVDC, each.id())));
    return there;
  }
}
