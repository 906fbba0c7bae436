package org.gridclear.settlement.charge;

import java.util.List;
import org.gridclear.settlement.input.EntityBlock;
import org.gridclear.settlement.input.EntityBlock.Event;
import org.gridclear.settlement.input.SettlementColumn;

/**
 * Events of one item, each one value, with the attributes of their entity.
 *
 * @param block the block
 * @param events the events
 */
record EventRows(EntityBlock block, List<Event> events) implements Rows {
  @Override
  public int count() {
    return events.size();
  }

  @Override
  public int intervals() {
    return 1;
  }

  @Override
  public void load(SettlementColumn column, long[] vector) {
    for (int r = 0; r < events.size(); r++) {
      Event event = events.get(r);
      vector[r] =
          column.kind() == SettlementColumn.Kind.ATTRIBUTE
              ? block.attributes()[column.index()][event.row()]
              : column == SettlementColumn.EVENT_QUANTITY ? event.quantity() : event.yuan();
    }
  }

  @Override
  public boolean lastDay(int row) {
    return block.attributes()[SettlementColumn.LAST_DAY.index()][events.get(row).row()] != 0;
  }

  @Override
  public int entity(int row) {
    return block.entities()[events.get(row).row()];
  }
}
