package org.gridclear.casetable;

import java.time.LocalDate;
import java.util.List;
import org.gridclear.settlement.registry.Member;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;

/** Members of a registry with what they own, a row per record of an entity. */
public final class MemberTable {
  private MemberTable() {}

  /** The table of a registry. */
  public static Table of(Registry registry) {
    Table.Rows rows =
        new Table.Rows(
            "members",
            "members with their settlement entities, every record of their history",
            Column.text("member", "Code of the member."),
            Column.text("name", "Registered name."),
            Column.text("kind", "Kind of member."),
            Column.text("entity", "Code of an entity of it; empty where it has none."),
            Column.text("entityName", "Name on the bill."),
            Column.text("class", "What the entity is."),
            Column.text("point", "Price point: a bus of a unit, a zone of a user."),
            Column.text("from", "First day of the record; empty where it always held."),
            Column.text("to", "Last day of the record; empty where it has no end."));
    for (Member member : registry.members()) {
      List<SettlementEntity> owned =
          registry.entities().stream()
              .filter(each -> each.member().equals(member.id()))
              .filter(each -> each.validity().overlaps(member.validity()))
              .toList();
      if (owned.isEmpty()) {
        rows.add(
            member.id(),
            member.name(),
            member.type(),
            "",
            "",
            "",
            "",
            text(member.validity().from()),
            text(member.validity().to()));
      }
      for (SettlementEntity each : owned) {
        rows.add(
            member.id(),
            member.name(),
            member.type(),
            each.id(),
            each.name(),
            each.entityClass().label(),
            each.point(),
            text(each.validity().from()),
            text(each.validity().to()));
      }
    }
    return rows.table();
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
