package org.gridclear.settlement.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gridclear.settlement.folder.RuleBookReader;
import org.gridclear.validate.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the registry leaves open is refused where a rule or a meter needs it, and never 0. */
// Rows
class RegistryGivenTest {
  private static final String DAY = "days/2026-10-01/";

  @TempDir private Path temporary;
  private SettlementFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new SettlementFolder(temporary);
  }

  private void accepted() {
    SettlementSource source = SettlementReader.open(folder.path());
    SettlementReader.days(source, 1, source.month().days(), day -> {});
  }

  private void refused(String... parts) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, this::accepted);
    for (String part : parts) {
      assertTrue(refusal.getMessage().contains(part), refusal::getMessage);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'100,0,0,10', '100,0,0,', T1, heldMw, CAPACITY_INCOME",
    "'100,0,0,10', '100,,0,10', T1, minimumMw, LOST_OPPORTUNITY",
    "'U1,M2,User,user,P1,10kV,20,0,0,0', 'U1,M2,User,user,P1,10kV,20,0,,0', U1, obligationMw,"
        + " CAPACITY_FEE"
  })
  void valueThatARuleAsksForIsNamed(
      String from, String to, String entity, String field, String rule) {
    folder.edit("entities.csv", from, to);
    refused(
        "SET-24 registry: entity " + entity + ", " + field + " = absent",
        "Rule " + rule + " asks for it on 2026-10-01");
  }

  @Test
  void valueThatNoRuleAsksForMayBeOpen() {
    folder.edit("entities.csv", "T1,M1,Unit one,thermal,P1,,100,", "T1,M1,Unit one,thermal,P1,,,");
    accepted();
  }

  @Test
  void unitWithoutAnOfferNeedsNoMinimum() {
    folder.edit("entities.csv", "100,0,0,10", "100,,0,10").put("offers.csv", OFFERS);
    accepted();
  }

  private static final String OFFERS = "entity,segments,noLoadYuanPerH,startUpYuan\n";

  @Test
  void ruleOverEventsAsksThoseOfItsEventsAlone() {
    folder.put(
        "rules.yaml",
        RuleBookReader.defaultText()
            .replaceFirst(
                "(item: UNPLANNED_OUTAGE.*amount: )[^,}]+",
                "$1\"-round(eventQuantity * capacityMw, 4) * outageYuanPerMw\"")
            .replace(
                "parameters:\n",
                "parameters:\n  outageYuanPerMw: {value: \"5\", unit: yuan/MW}\n"));
    folder.edit("entities.csv", "U1,M2,User,user,P1,10kV,20,", "U1,M2,User,user,P1,10kV,,");
    accepted();
    folder.day("events.csv", "entity,item,quantity,yuan\nU1,UNPLANNED_OUTAGE,1,5\n");
    refused("entity U1, capacityMw = absent", "Rule UNPLANNED_OUTAGE asks for it");
  }

  @Test
  void columnThatIsThereIsGivenInEveryRow() {
    folder.edit("meters.csv", "EU2,1,0", "EU2,,0");
    refused("meters.csv: line 4, multiplier");
  }

  @Test
  void columnThatIsLeftOutHasItsDefault() {
    folder.put("meters.csv", "meter,fullScale\nET1,100000\nEU1,0\nEU2,0\nEU3,0\n");
    folder.put("relations.csv", "meter,entity\nET1,T1\nEU1,U1\nEU2,U2\nEU3,U3\n");
    accepted();
  }

  @ParameterizedTest
  @CsvSource({"sign, 'EU1,U1,,1'", "share, 'EU1,U1,1,'"})
  void relationSaysItsSignAndItsShare(String column, String row) {
    folder.edit("relations.csv", "EU1,U1,1,1", row);
    refused("relations.csv: line 3, " + column);
  }

  @Test
  void rightWithoutItsPowerIsRefused() {
    folder.put("rights.csv", "right,entity,source,sink,mw\nR1,U1,P1,P1,\n");
    refused("rights.csv: line 2, mw");
  }

  @ParameterizedTest
  @CsvSource({
    "'entity,segments,noLoadYuanPerH\nT1,100:280,0\n', startUpYuan",
    "'entity,segments,noLoadYuanPerH,startUpYuan\nT1,100:280,,0\n', noLoadYuanPerH"
  })
  void offerWithoutItsCostsIsRefused(String offers, String column) {
    folder.put("offers.csv", offers);
    refused("offers.csv", column);
  }

  /** Of each a number that no plant, meter or contract has, which would be settled all the same. */
  @Test
  void valuesThatCannotBeAreRefusedAllAtOnce() {
    folder.edit(
        "entities.csv", "T1,M1,Unit one,thermal,P1,,100,", "T1,M1,Unit one,thermal,P1,,-5,");
    folder.edit("entities.csv", "U1,M2,User,user,P1,10kV,20,0,", "U1,M2,User,user,P1,10kV,20,21,");
    folder.edit("entities.csv", "P1,10kV,20,0,0,0,,,\nU3", "P1,10kV,20,0,-0.0001,-1,,,\nU3");
    folder.edit("meters.csv", "EU2,1,0", "EU2,0,0");
    folder.edit("relations.csv", "EU1,U1,1,1", "EU1,U1,1,-1");
    folder.put("contracts.csv", "contract,seller,buyer,point\nC1,T1,T1,P1\n");
    folder.put("rights.csv", "right,entity,source,sink,mw\nR1,U1,P1,P1,-2\n");
    folder.put("offers.csv", OFFERS + "T1,100:280,-1,-1\n");
    folder.edit("tariffs.csv", "10kV,100.000", "10kV,-100.000");
    refused(
        "tariff 10kV, yuanPerMwh = -100.000",
        "entity T1, capacityMw = -5.0000",
        "entity U1, minimumMw = 21.0000",
        "entity U2, obligationMw = -0.0001",
        "entity U2, heldMw = -1.0000",
        "meter EU2, multiplier = 0.0000",
        "relation of meter EU1, share = -1.000000",
        "contract C1, buyer = T1",
        "right R1, mw = -2.0000",
        "offer of T1, noLoadYuanPerH = -1.000",
        "offer of T1, startUpYuan = -1.000");
  }

  /** A row of a unit whose id is mistyped says nothing of the unit that is meant. */
  @Test
  void stateBeforeOfAnEntityThatIsNotRegisteredIsRefused() {
    folder.put("before.csv", "entity,daMwh,meteredMwh\nT1,1,1\nT11,0,0\nT1,0,0\n");
    refused("SET-07", "before.csv", "line 3, entity = T11", "T1", "line 4, entity = T1");
  }

  @ParameterizedTest
  @CsvSource({"regulationMw", "mileageMw", "spinningMw", "calledMw", "nonSpinningMw"})
  void capacityOfAServiceIsNotNegative(String series) {
    folder.day(
        "services.csv",
        SettlementFolder.header("entity") + SettlementFolder.row("T1", series, "-5"));
    refused("SET-05", "T1 interval 1 = -5", "Give 0 or more.");
  }

  @ParameterizedTest
  @CsvSource({"',1,2,3,', ',2,1,3,'", "',23,24', ',23,23'"})
  void intervalsOfASeriesStandInOrder(String from, String to) {
    folder.edit(DAY + "meters.csv", from, to);
    refused("meters.csv: line 1, header = ", "give the intervals in order");
  }

  @Test
  void nothingIsSaidOfAWholeRegistry() {
    SettlementSource source = SettlementReader.open(folder.path());
    assertEquals(List.of(), SettlementReader.days(source, 1, 1, day -> {}));
  }
}
