package org.gridclear.market.intervention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.gridclear.market.intervention.HandChange.Place;
import org.gridclear.quantity.Series;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody changes by hand, as it is written. */
// Rows: I-11
class ChangeTextTest {
  private static final Changeable ALL =
      new Changeable(
          Set.of("g", "w"),
          Map.of("w", Series.of(5, 10, 5, 0)),
          Set.of("b1", "b2"),
          Set.of("north"),
          Optional.of(new Changeable.Resources(Set.of("s"), Set.of("l"), Set.of("t"))),
          4);
  private static final Changeable RESULTS_ALONE =
      new Changeable(ALL.units(), ALL.forecasts(), ALL.buses(), ALL.zones(), Optional.empty(), 4);

  private static HandChange read(String changes, Changeable of) {
    String text =
        "{'format': 'gridclear-intervention', 'version': 1, %s}"
            .formatted(changes)
            .replace('\'', '"');
    return ChangeText.read(text.getBytes(StandardCharsets.UTF_8), of);
  }

  private static void refused(String words, String changes, Changeable of) {
    String said = assertThrows(InvalidInputException.class, () -> read(changes, of)).getMessage();
    assertTrue(said.contains(words), said);
  }

  @Test
  void everythingThatCanBeChangedIsRead() {
    HandChange change =
        read(
            "'units': [{'unit': 'g', 'from': 2, 'to': 3, 'mw': 50}, {'unit': 'g', 'to': 1,"
                + " 'on': false}], 'prices': [{'bus': 'b1', 'yuanPerMwh': -3.5}, {'zone':"
                + " 'north', 'from': 4, 'yuanPerMwh': 0}], 'storages': [{'storage': 's',"
                + " 'mostChargeMw': 2}], 'loads': [{'load': 'l', 'mostMw': 0}], 'tieLines':"
                + " [{'tieLine': 't', 'mw': -7}]",
            ALL);
    assertEquals(
        new HandChange(
            List.of(
                new HandChange.OfUnit("g", 1, 3, Optional.of(true), OptionalDouble.of(50)),
                new HandChange.OfUnit("g", 0, 1, Optional.of(false), OptionalDouble.empty())),
            List.of(
                new HandChange.OfPrice(Place.BUS, "b1", 0, 4, -3.5),
                new HandChange.OfPrice(Place.ZONE, "north", 3, 4, 0)),
            List.of(
                new HandChange.OfStorage("s", 0, 4, OptionalDouble.of(2), OptionalDouble.empty())),
            List.of(new HandChange.OfLoad("l", 0, 4, 0)),
            List.of(new HandChange.OfTieLine("t", 0, 4, -7))),
        change);
    assertEquals(7, change.count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'units': [{'unit': 'g'}]|on, mw or both",
        "'units': [{'unit': 'x', 'on': true}]|x",
        "'units': [{'unit': 'g', 'mw': -1}]|0 or more",
        "'units': [{'unit': 'g', 'on': false, 'mw': 1}]|A unit that runs",
        "'units': [{'unit': 'g', 'on': false, 'mw': 0}]|A unit that runs",
        "'units': [{'unit': 'w', 'on': true}]|follows a forecast",
        "'units': [{'unit': 'w', 'mw': 6}]|In period 1 it can give 5.0 MW",
        "'units': [{'unit': 'w', 'from': 2, 'mw': 6}]|In period 3 it can give 5.0 MW",
        "'units': [{'unit': 'g', 'from': 0, 'on': true}]|from 1 to 4",
        "'units': [{'unit': 'g', 'to': 5, 'on': true}]|from 1 to 4",
        "'units': [{'unit': 'g', 'from': 3, 'to': 2, 'on': true}]|from 1 to 4",
        "'units': [{'unit': 'g', 'on': true}, {'unit': 'g', 'from': 4, 'mw': 5}]|twice in period 4",
        "'prices': [{'bus': 'b3', 'yuanPerMwh': 1}]|b3",
        "'prices': [{'zone': 'b1', 'yuanPerMwh': 1}]|b1",
        "'prices': [{'bus': 'b1', 'zone': 'north', 'yuanPerMwh': 1}]|zone",
        "'prices': [{'bus': 'b1'}]|yuanPerMwh",
        "'prices': [{'bus': 'b1', 'yuanPerMwh': 1}, {'bus': 'b1', 'yuanPerMwh': 2}]|twice",
        "'storages': [{'storage': 's'}]|mostChargeMw",
        "'storages': [{'storage': 's', 'mostChargeMw': -1}]|0 or more",
        "'storages': [{'storage': 's', 'mw': 1, 'mostChargeMw': 1}]|follows from its level",
        "'loads': [{'load': 'l'}]|mostMw",
        "'loads': [{'load': 'l', 'mw': 3, 'mostMw': 3}]|what its bid is worth",
        "'loads': [{'load': 's', 'mostMw': 3}]|load",
        "'tieLines': [{'tieLine': 't'}]|mw",
        "'tieLines': [{'tieLine': 't', 'mw': 1}, {'tieLine': 't', 'mw': 1}]|twice in period 1",
        "'colour': 'red'|colour"
      })
  void whatCannotBeIsNamed(String changes, String words) {
    refused(words, changes, ALL);
  }

  /**
   * A wind park gives at most its forecast in every period that is named, and may be switched off.
   */
  @Test
  void unitThatFollowsAForecastGivesUpToIt() {
    assertEquals(
        OptionalDouble.of(5),
        read("'units': [{'unit': 'w', 'to': 3, 'mw': 5}]", ALL).units().get(0).mw());
    assertEquals(
        Optional.of(false), read("'units': [{'unit': 'w', 'on': false}]", ALL).units().get(0).on());
  }

  @Test
  void samePeriodOfAnotherThingIsNoSecondChange() {
    assertEquals(
        4,
        read(
                "'units': [{'unit': 'g', 'to': 2, 'on': true}, {'unit': 'g', 'from': 3, 'mw': 5}],"
                    + " 'prices': [{'bus': 'b1', 'yuanPerMwh': 1}, {'bus': 'b2', 'yuanPerMwh': 1}]",
                ALL)
            .count());
  }

  /** Where the case is not kept nobody can say what a storage would do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'storages': [{'storage': 's', 'mostChargeMw': 2}]",
        "'loads': [{'load': 'l', 'mostMw': 0}]",
        "'tieLines': [{'tieLine': 't', 'mw': -7}]"
      })
  void withoutTheCaseUnitsAndPricesAloneAreSet(String changes) {
    refused("Its case is not kept", changes, RESULTS_ALONE);
    assertEquals(1, read(changes, ALL).count());
  }

  @Test
  void textsOfAnotherFormatAndWithoutAChangeAreRefused() {
    refused("units, prices or others", "'units': []", ALL);
    for (String head : List.of("'format': 'x', 'version': 1", "'version': 1")) {
      byte[] text =
          "{%s, 'units': [{'unit': 'g', 'on': true}]}"
              .formatted(head)
              .replace('\'', '"')
              .getBytes(StandardCharsets.UTF_8);
      assertThrows(InvalidInputException.class, () -> ChangeText.read(text, ALL));
    }
  }
}
