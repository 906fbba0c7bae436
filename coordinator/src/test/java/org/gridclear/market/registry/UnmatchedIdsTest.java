package org.gridclear.market.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridclear.settlement.registration.RegistryState;
import org.gridclear.settlement.registry.Validity;
import org.gridclear.settlement.registry.entry.Entry;
import org.gridclear.settlement.registry.entry.EntryKind;
import org.gridclear.settlement.registry.entry.ForeignId;
import org.gridclear.settlement.registry.entry.Trade.Tariff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids of another system beside the registry: every one is matched, only there or only here. */
// Rows: Q-12, O-16
class UnmatchedIdsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

  private static Tariff tariff(String id, Validity validity) {
    return new Tariff(id, validity, 1);
  }

  private static ForeignId mapping(String system, String foreign, String thing, Validity validity) {
    return new ForeignId(system + foreign, validity, system, foreign, EntryKind.TARIFF, thing);
  }

  private static Validity until(LocalDate last) {
    return new Validity(LocalDate.of(2026, 1, 1), last);
  }

  private static Validity from(LocalDate first) {
    return new Validity(first, null);
  }

  private static UnmatchedIds compared(List<? extends Entry> entries, String... there) {
    return UnmatchedIds.of(
        RegistryState.of(entries), "trading", EntryKind.TARIFF, DAY, List.of(there));
  }

  @Test
  void whatIsMappedOnTheDayIsMatched() {
    UnmatchedIds ids =
        compared(
            List.of(
                tariff("A", until(null)),
                tariff("B", until(null)),
                tariff("C", until(null)),
                mapping("trading", "1", "A", until(null)),
                mapping("trading", "2", "B", until(null))),
            "2",
            "3",
            "1");
    assertEquals(new UnmatchedIds(2, List.of("3"), Map.of(), List.of("C")), ids);
    assertFalse(ids.none());
  }

  /** Both ends of a mapping and of a thing are days on which they hold. */
  @Test
  void theFirstAndTheLastDayCountAndTheDaysBesideThemDoNot() {
    for (Validity holds : List.of(until(DAY), from(DAY), new Validity(DAY, DAY))) {
      UnmatchedIds ids =
          compared(List.of(tariff("A", holds), mapping("trading", "1", "A", holds)), "1");
      assertTrue(ids.none(), holds.toString());
      assertEquals(1, ids.matched());
    }
    for (Validity not : List.of(until(DAY.minusDays(1)), from(DAY.plusDays(1)))) {
      assertEquals(
          new UnmatchedIds(0, List.of("1"), Map.of(), List.of("A")),
          compared(List.of(tariff("A", until(null)), mapping("trading", "1", "A", not)), "1"));
      assertEquals(
          new UnmatchedIds(0, List.of("1"), Map.of(), List.of()),
          compared(List.of(tariff("A", not)), "1"),
          "a thing of another day is not missed");
    }
  }

  @Test
  void mappingsOfAnotherSystemOrKindAreNotOfThis() {
    ForeignId ofUnit = new ForeignId("u1", until(null), "trading", "1", EntryKind.UNIT, "A");
    assertEquals(
        new UnmatchedIds(0, List.of("1"), Map.of(), List.of("A")),
        compared(
            List.of(tariff("A", until(null)), mapping("finance", "1", "A", until(null)), ofUnit),
            "1"));
  }

  /** Whatever the order of what is given, in every process. */
  @Test
  void listsStandInTheOrderOfTheirIds() {
    List<Entry> entries = new ArrayList<>();
    List<String> there = new ArrayList<>();
    for (int k = 10; k < 60; k++) {
      entries.add(tariff("T" + k, until(null)));
      entries.add(mapping("trading", "gone" + k, "T" + k, until(null)));
      entries.add(tariff("own" + k, until(null)));
      there.add("there" + k);
    }
    Random random = new Random(4);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(entries, random);
      Collections.shuffle(there, random);
      UnmatchedIds ids = compared(entries, there.toArray(String[]::new));
      List<String> gone = List.copyOf(ids.gone().keySet());
      for (List<String> each : List.of(ids.onlyThere(), gone, ids.onlyHere())) {
        assertEquals(50, each.size());
        assertEquals(each.stream().sorted().toList(), each);
      }
    }
  }

  /** Id by id, by loops over all mappings. */
  @Test
  void everyIdIsInOneListOfRandomRegistries() {
    Random random = new Random(11);
    for (int round = 0; round < 60; round++) {
      List<Tariff> tariffs = new ArrayList<>();
      List<ForeignId> mappings = new ArrayList<>();
      List<String> there = new ArrayList<>(List.of("x"));
      for (int k = 0; k < 8; k++) {
        Validity days = random.nextInt(3) == 0 ? until(DAY.minusDays(1)) : until(null);
        tariffs.add(tariff("T" + k, days));
        if (random.nextBoolean()) {
          mappings.add(mapping("trading", "F" + k, "T" + k, days));
        }
        if (random.nextBoolean()) {
          there.add("F" + k);
        }
      }
      List<Entry> all = new ArrayList<>(tariffs);
      all.addAll(mappings);
      UnmatchedIds ids = compared(all, there.toArray(String[]::new));
      int matched = 0;
      for (String id : there) {
        boolean found =
            mappings.stream().anyMatch(m -> m.foreign().equals(id) && m.validity().on(DAY));
        matched += found ? 1 : 0;
        assertEquals(!found, ids.onlyThere().contains(id), id);
      }
      assertEquals(matched, ids.matched());
      for (ForeignId each : mappings) {
        boolean gone = each.validity().on(DAY) && !there.contains(each.foreign());
        assertEquals(gone, each.thing().equals(ids.gone().get(each.foreign())), each.foreign());
      }
      for (Tariff each : tariffs) {
        boolean alone =
            each.validity().on(DAY)
                && mappings.stream()
                    .noneMatch(m -> m.thing().equals(each.id()) && m.validity().on(DAY));
        assertEquals(alone, ids.onlyHere().contains(each.id()), each.id());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,a", "a,,b", "a, ,b"})
  void idsThatAreEmptyOrComeTwiceAreRefused(String given) {
    List<String> there = given.isEmpty() ? List.of() : Arrays.asList(given.split(",", -1));
    String said =
        assertThrows(
                IllegalArgumentException.class,
                () -> compared(List.of(), there.toArray(String[]::new)))
            .getMessage();
    assertTrue(said.contains("trading"), said);
  }
}
