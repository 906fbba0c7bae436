package org.gridclear.settlement.reader;

import static org.gridclear.settlement.reader.SettlementFolder.DAY;
import static org.gridclear.settlement.reader.SettlementFolder.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.settlement.input.SettlementColumn;
import org.gridclear.validate.InvalidInputException;
import org.gridclear.validate.Issue;
import org.gridclear.validate.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing is refused by name, or stands in by rule and is to be verified; never 0. */
// Rows: O-17, Q-06, S-18
class DayCompletenessTest {
  @TempDir private Path temporary;
  private SettlementFolder folder;

  @BeforeEach
  void writeFolder() {
    folder = new SettlementFolder(temporary);
  }

  private List<Issue> read() {
    SettlementSource source = SettlementReader.open(folder.path());
    return SettlementReader.days(source, 1, source.month().days(), day -> {});
  }

  private void refused(String... parts) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, this::read);
    for (String part : parts) {
      assertTrue(refusal.getMessage().contains(part), refusal::getMessage);
    }
  }

  private void only(String rule, String... parts) {
    List<Issue> issues = read();
    assertEquals(1, issues.size(), issues::toString);
    assertEquals(rule, issues.get(0).rule().id());
    for (String part : parts) {
      assertTrue(issues.get(0).line().contains(part), issues.get(0).line());
    }
  }

  @Test
  void wholeDayHasNoIssue() {
    assertEquals(List.of(), read());
  }

  @Test
  void missingAwardIsNamed() {
    folder.without(DAY + "awards.csv", "U2,daMwh");
    refused("SET-15", "awards.csv: entity U2, daMwh = absent");
  }

  @Test
  void missingFileOfAwardsNamesEveryEntity() throws Exception {
    Files.delete(temporary.resolve(DAY + "awards.csv"));
    refused("entity T1, daMwh", "entity U3, rtMwh");
  }

  @Test
  void awardsOfAMarketThatIsNotHeldAreNotNeeded() {
    folder.put("settlement.yaml", folder.text("settlement.yaml") + "markets: [rt]\n");
    folder.edit("contracts.csv", ",da,", ",rt,");
    folder.without(DAY + "awards.csv", "U2,daMwh").without(DAY + "prices.csv", "P1,da");
    assertEquals(List.of(), read());
  }

  @Test
  void missingComponentOfAPriceIsNamed() {
    folder.without(DAY + "prices.csv", "P1,rtLoss");
    refused("SET-08", "prices.csv: point P1, rtLoss = absent");
  }

  @Test
  void marketPriceOfAServiceInUseIsNeeded() {
    folder.day("services.csv", SettlementFolder.header("entity") + row("T1", "spinningMw", "5"));
    refused("SET-08", "spinningYuanPerMwh", "Entity T1 has spinningMw");
    folder.day(
        "prices.csv", folder.text(DAY + "prices.csv") + row("*", "spinningYuanPerMwh", "10"));
    assertEquals(List.of(), read());
  }

  @Test
  void marketPriceUnderTwoIdsIsRefused() {
    folder.day(
        "prices.csv",
        folder.text(DAY + "prices.csv")
            + row("*", "spinningYuanPerMwh", "10")
            + row("P1", "spinningYuanPerMwh", "12"));
    refused("SET-01", "spinningYuanPerMwh");
  }

  @Test
  void regulationWithoutItsResponseIsRefused() {
    folder.day("services.csv", SettlementFolder.header("entity") + row("T1", "regulationMw", "5"));
    refused("SET-19", "entity T1, actualMw = absent", "instructedMw", "regulationYuanPerMwh");
  }

  @Test
  void missingCurveAndPriceOfAContractAreNamed() {
    folder.without(DAY + "curves.csv", "C1,yuanPerMwh");
    refused("SET-17", "contract C1, yuanPerMwh = absent");
    folder.without(DAY + "curves.csv", "C1,mwh");
    refused("SET-17", "contract C1, mwh = absent");
  }

  /** What is delivered and not settled is said once a contract, whichever row comes first. */
  @ParameterizedTest
  @CsvSource({
    "'da,,', 'da,,2026-09-30'",
    "'da,,', 'da,2026-10-02,'",
    "'da,,', 'da,2026-10-02,2026-10-02'"
  })
  void curveOfAContractThatDoesNotHoldOnTheDayIsSaid(String from, String to) {
    folder.edit("contracts.csv", from, to);
    only("SET-26", DAY + "curves.csv: line 2, contract = C1", "the curve is not settled");
    folder.without(DAY + "curves.csv", "C1,mwh");
    only("SET-26", DAY + "curves.csv: line 2, contract = C1");
    folder.without(DAY + "curves.csv", "C1,yuanPerMwh");
    assertEquals(List.of(), read());
  }

  /** One record of two holds; curves of all days are for the days of the contract alone. */
  @Test
  void curveOfAContractOfSeveralRecordsIsSettledWithTheOneThatHolds() {
    folder.edit(
        "contracts.csv",
        "C1,T1,U1,P1,da,,",
        "C1,T1,U1,P1,da,,2026-09-30\nC1,T1,U2,P1,da,2026-10-01,");
    assertEquals(List.of(), read());
    String curves = folder.text(DAY + "curves.csv");
    folder.edit("contracts.csv", "2026-10-01,", "2026-10-02,");
    folder.day("curves.csv", SettlementFolder.header("contract")).put("curves.csv", curves);
    assertEquals(List.of(), read());
  }

  @Test
  void contractOfAPartyThatLeftIsRefused() {
    folder.edit(
        "entities.csv",
        "U1,M2,User,user,P1,10kV,20,0,0,0,,,",
        "U1,M2,User,user,P1,10kV,20,0,0,0,,,2026-09-30");
    refused("SET-18", "contract C1, buyer = U1", "SET-14", "EU1 share");
  }

  @Test
  void userWithoutATariffOrWithoutItsPriceIsNamed() {
    folder.edit("entities.csv", "U3,M2,User,user,P1,10kV", "U3,M2,User,user,P1,");
    folder.edit("tariffs.csv", "10kV,100.000,,", "10kV,100.000,,2026-09-30");
    refused("SET-16", "entity U3, tariff = absent", "entity U1, tariff = 10kV has no price");
  }

  @Test
  void meterDataBeforeItsRegistrationAreRefused() {
    folder.edit("meters.csv", "EU2,1,0,,", "EU2,1,0,2026-10-02,");
    refused("SET-07", "meters.csv", "EU2");
  }

  @Test
  void oneOfTwoMetersMissingIsRefused() {
    folder.edit("meters.csv", "EU2,1,0,,\n", "EU2,1,0,,\nEXTRA,1,0,,\n");
    folder.edit("relations.csv", "EU2,U2,1,1,,\n", "EU2,U2,1,1,,\nEXTRA,U2,1,1,,\n");
    refused("SET-02", "meter EXTRA, forwardMwh = no metered energy of U2");
  }

  @Test
  void storageNeedsBothDirections() {
    folder.edit("entities.csv", "T1,M1,Unit one,thermal", "T1,M1,Unit one,storage");
    folder.put("offers.csv", "entity,segments\n");
    refused("SET-02", "meter ET1, reverseMwh = no metered energy of T1");
  }

  @Test
  void unitWithoutAnOfferIsSaid() {
    folder.put("offers.csv", "entity,segments\n");
    only("SET-21", "entity T1, offer", "No guarantee");
  }

  @Test
  void missingAsZeroIsNoRule() {
    folder.edit("settlement.yaml", "days: 1", "days: 1\nmissing: zero");
    refused("FMT-05", "missing = zero", "never 0");
  }

  private void twoDays() {
    for (String file :
        List.of("awards.csv", "meters.csv", "curves.csv", "prices.csv", "registers.csv")) {
      folder.put("days/2026-10-02/" + file, folder.text(DAY + file));
    }
    folder.edit("settlement.yaml", "days: 1", "days: 2");
  }

  private void mayStandIn(String rules) {
    folder.put("settlement.yaml", folder.text("settlement.yaml") + "substitute: [" + rules + "]\n");
  }

  @Test
  void likeDayStandsInAndIsToBeVerifiedUntilItIsAccepted() {
    twoDays();
    folder.without("days/2026-10-02/meters.csv", "EU2");
    refused("SET-02", "meter EU2");
    mayStandIn("likeDay");
    only("SET-12", "meter EU2, forwardMwh = 24 intervals by like day 2026-10-01: 240.0000 MWh");
    String accepted =
        "file,rule,element,field,value,who,time,reason\n"
            + "days/2026-10-02/meters.csv,SET-12,meter EU2,forwardMwh,24 intervals by like day"
            + " 2026-10-01: 240.0000 MWh in the day,anna,now,lost\n";
    folder.put("accepted.csv", accepted);
    assertEquals(List.of(), read());
    folder.edit(DAY + "meters.csv", "EU2,forwardMwh,10,", "EU2,forwardMwh,11,");
    only("SET-12", "241.0000 MWh");
  }

  /** The first of October is a holiday and the second not: it is no day of the same kind. */
  @Test
  void likeDayIsOfTheSameKindByTheCalendar() {
    twoDays();
    folder.without("days/2026-10-02/meters.csv", "EU2");
    mayStandIn("likeDay");
    folder.put("calendar.csv", "date,type\n2026-10-01,holiday\n");
    refused("SET-02", "meter EU2");
    folder.put("calendar.csv", "date,type\n2026-10-01,holiday\n2026-10-02,holiday\n");
    only("SET-12", "like day 2026-10-01: 240.0000 MWh");
  }

  /** 24 readings of 10 are 480 MWh at a multiplier of 2; under another one they say nothing. */
  @Test
  void likeDayHasTheSameMultiplierAndIsToldAsEnergy() {
    twoDays();
    folder.without("days/2026-10-02/meters.csv", "EU2");
    mayStandIn("likeDay");
    folder.edit("meters.csv", "EU2,1,0,,", "EU2,1,0,,2026-10-01\nEU2,200,0,2026-10-02,");
    refused("SET-02", "meter EU2");
    folder.edit("meters.csv", "EU2,1,0,,2026-10-01\nEU2,200,0,2026-10-02,", "EU2,2,0,,");
    assertTrue(
        read().toString().contains("24 intervals by like day 2026-10-01: 480.0000 MWh"),
        () -> read().toString());
  }

  @Test
  void gapBetweenIntervalsIsTheLineBetweenThem() {
    folder.edit(DAY + "meters.csv", "EU2,forwardMwh,10,10,10,10,", "EU2,forwardMwh,10,,,16,");
    refused("SET-02", "EU2 interval 2");
    mayStandIn("neighbour");
    only("SET-12", "meter EU2, forwardMwh = 2 intervals by neighbouring intervals: 252.0000 MWh");
    int[] metered = folder.column(SettlementColumn.METERED, "U2");
    assertEquals(-120_000, metered[1]);
    assertEquals(-140_000, metered[2]);
  }

  @Test
  void gapThatNothingFillsIsRefused() {
    folder.edit(DAY + "meters.csv", "EU2,forwardMwh,10,10,", "EU2,forwardMwh,,10,");
    mayStandIn("neighbour, likeDay");
    refused("SET-02", "EU2 interval 1");
  }

  @Test
  void missingReadingsAreTheDifferenceOfTheRegister() {
    folder.edit(DAY + "registers.csv", ",30,60,90,", ",30,,90,");
    refused("SET-02", "registers.csv: line 2, 2");
    mayStandIn("register");
    only("SET-12", "meter ET1, forwardMwh = 1 intervals by differences of the register: 720.0000");
    assertEquals(7_200_000, IntStream.of(folder.column(SettlementColumn.METERED, "T1")).sum());
  }

  @Test
  void implausibleEnergyIsToBeVerified() {
    folder.edit(DAY + "meters.csv", "EU1,forwardMwh,10,", "EU1,forwardMwh,31,");
    only("SET-20", "entity U1, spike in interval 1 = -31.0000 MWh");
    folder.edit(DAY + "meters.csv", "EU1,forwardMwh,31,10,10,", "EU1,forwardMwh,31,10,32,");
    only("SET-20", "entity U1, spike in interval 1 and 1 more of 24 = -63.0000 MWh");
    folder.edit(DAY + "meters.csv", "EU1,forwardMwh,31,10,32,", "EU1,forwardMwh,10,10,10,");
    folder.day(
        "meters.csv",
        folder
            .text(DAY + "meters.csv")
            .replaceAll("(?m)^EU3.*", row("EU3", "forwardMwh", "0").strip()));
    folder.put(
        "settlement.yaml", folder.text("settlement.yaml") + "limits: {soldShare: \"0.2\"}\n");
    String all = read().toString();
    assertTrue(all.contains("entity U3") && all.contains("all of the day"), all);
    assertTrue(all.contains("sold and bought"), all);
  }

  /** A day in kWh where MWh are asked for: every interval, also where no capacity is given. */
  @Test
  void meterDayInAnotherUnitIsToBeVerifiedWithAllItsEnergy() {
    String meters = folder.text(DAY + "meters.csv");
    folder.edit(
        DAY + "meters.csv", row("EU1", "forwardMwh", "10"), row("EU1", "forwardMwh", "9999"));
    only("SET-20", "entity U1, spike in interval 1 and 23 more of 24 = -239976.0000 MWh");
    folder.edit("entities.csv", "U1,M2,User,user,P1,10kV,20,", "U1,M2,User,user,P1,10kV,,");
    only("SET-20", "entity U1, spike in interval 1 and 23 more of 24 = -239976.0000 MWh");
    folder.put(DAY + "meters.csv", meters);
    assertEquals(List.of(), read());
  }

  @Test
  void userThatFeedsInIsToBeVerified() {
    folder.edit(DAY + "meters.csv", "EU1,forwardMwh", "EU1,reverseMwh");
    String all = read().toString();
    assertTrue(all.contains("direction in interval 1"), all);
  }

  private void one(String... parts) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, this::read);
    List<Issue> errors =
        refusal.issues().stream()
            .filter(issue -> issue.rule().severity() == Severity.ERROR)
            .toList();
    assertEquals(1, errors.size(), errors::toString);
    for (String part : parts) {
      assertTrue(errors.get(0).line().contains(part), errors.get(0).line());
    }
  }

  @Test
  void dayThatIsNotThereIsOneIssue() throws Exception {
    try (var files = Files.list(temporary.resolve(DAY))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    one("FMT-01", DAY, "No file of this day is there");
  }

  /** What a file may hold that cannot be read is not said to be missing as well. */
  @Test
  void headerThatIsNoneIsOneIssueWithWhatWasFound() {
    for (String file : List.of("meters.csv", "awards.csv", "prices.csv", "curves.csv")) {
      String text = folder.text(DAY + file);
      folder.put(DAY + file, text.replaceFirst("series", "serie"));
      one(file + ": line 1", ",serie,1,…", "Start the file with 'id,series,1");
      folder.put(DAY + file, text);
    }
    assertEquals(List.of(), read());
  }

  @Test
  void columnThatIsMissingIsSaidOnceAndNotOfEveryRow() {
    String text = folder.text("members.csv");
    folder.put("members.csv", text.replaceFirst("name", "nam"));
    InvalidInputException refusal = assertThrows(InvalidInputException.class, this::read);
    assertTrue(
        refusal.issues().stream().allMatch(i -> i.element().equals("line 1")), refusal::getMessage);
    assertTrue(refusal.getMessage().contains("absent in member,nam,type,"), refusal::getMessage);
  }

  @Test
  void rowOfTooFewValuesSaysHowManyThereAre() {
    folder.edit(DAY + "awards.csv", row("U2", "daMwh", "10"), "U2,daMwh,10,10\n");
    refused("Give 24 values; there are 2.");
  }

  @Test
  void numberThatIsTooLargeIsNotTakenForOneOfOtherDecimals() {
    folder.edit(DAY + "awards.csv", "U2,daMwh,10,", "U2,daMwh,99999999999999999999,");
    refused("99999999999999999999", "Check the unit: it is MWh, at most");
    folder.edit(DAY + "awards.csv", "U2,daMwh,99999999999999999999,", "U2,daMwh,1.23456,");
    refused("1.23456", "Give a number with up to 4 decimals");
  }
}
