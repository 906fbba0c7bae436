package org.gridclear.casetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.gridclear.settlement.registry.EntityClass;
import org.gridclear.settlement.registry.Member;
import org.gridclear.settlement.registry.Registry;
import org.gridclear.settlement.registry.SettlementEntity;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.table.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Members with what they own, a row for every record of an entity that holds with theirs. */
// Rows
class MemberTableTest {
  private static Validity days(@Nullable String from, @Nullable String to) {
    return new Validity(
        from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  private static SettlementEntity entity(String id, String member, String name, Validity days) {
    OptionalLong none = OptionalLong.empty();
    return new SettlementEntity(
        id, member, name, EntityClass.THERMAL, "P1", "", none, none, none, none, "", "", days);
  }

  private static List<String> rows(List<Member> members, List<SettlementEntity> entities) {
    Table table =
        MemberTable.of(
            new Registry(
                members, entities, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of()));
    return TownCase.lines(table, "member", "name", "entity", "entityName", "point", "from", "to");
  }

  @Test
  void everyRecordOfAnEntityIsARowWithItsOwnDays() {
    assertEquals(
        List.of(
            "A | Alder | a1 | Old | P1 | 2026-01-01 | 2026-06-30",
            "A | Alder | a1 | New | P1 | 2026-07-01 | ",
            "A | Alder | a2 | Two | P1 |  | ",
            "B | Birch |  |  |  | 2026-03-01 | "),
        rows(
            List.of(
                new Member("A", "Alder", "generator", "", Validity.ALWAYS),
                new Member("B", "Birch", "user", "", days("2026-03-01", null))),
            List.of(
                entity("a1", "A", "Old", days("2026-01-01", "2026-06-30")),
                entity("a1", "A", "New", days("2026-07-01", null)),
                entity("a2", "A", "Two", Validity.ALWAYS))));
  }

  /** A member that changed its name in July owned what held in June under the old one. */
  @Test
  void aRecordOfAMemberHasTheEntitiesOfItsDays() {
    Member before = new Member("A", "Alder", "generator", "", days(null, "2026-06-30"));
    Member since = new Member("A", "Alder Ltd", "generator", "", days("2026-07-01", null));
    assertEquals(
        List.of(
            "A | Alder | a1 | Spring | P1 |  | 2026-06-30",
            "A | Alder | a3 | Both | P1 | 2026-06-30 | 2026-07-01",
            "A | Alder Ltd | a2 | Autumn | P1 | 2026-07-01 | ",
            "A | Alder Ltd | a3 | Both | P1 | 2026-06-30 | 2026-07-01"),
        rows(
            List.of(before, since),
            List.of(
                entity("a1", "A", "Spring", days(null, "2026-06-30")),
                entity("a2", "A", "Autumn", days("2026-07-01", null)),
                entity("a3", "A", "Both", days("2026-06-30", "2026-07-01")))));
    assertEquals(
        List.of("A | Alder |  |  |  |  | 2026-06-30"),
        rows(List.of(before), List.of(entity("a2", "A", "Autumn", days("2026-07-01", null)))));
  }

  @Test
  void entitiesOfOthersAreNotShown() {
    assertEquals(
        List.of("A | Alder |  |  |  |  | "),
        rows(
            List.of(new Member("A", "Alder", "generator", "", Validity.ALWAYS)),
            List.of(entity("b1", "B", "Other", Validity.ALWAYS))));
    assertEquals(List.of(), rows(List.of(), List.of()));
  }
}
