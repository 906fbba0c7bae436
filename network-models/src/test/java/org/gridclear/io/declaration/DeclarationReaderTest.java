package org.gridclear.io.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.gridclear.market.Commitment;
import org.gridclear.market.declaration.Declaration;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.SelfSchedule;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.Terms;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.check.DeclarationRule;
import org.gridclear.market.declaration.check.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms of declarations as values. */
class DeclarationReaderTest {
  private static final String HEAD =
      """
      {"format": "gridclear-declarations", "version": 1, "market": "da", "date": "2026-12-01",
       "member": "north", "preparedAt": "2026-11-30T08:12:00+08:00", "declarations": [%s]}
      """;

  private static final String THERMAL =
      """
      {"unit": "G1", "kind": "thermal", "replaces": 2, "minMw": 120, "maxMw": 300.5,
       "noLoadYuanPerH": 850.125,
       "segments": [{"toMw": 150, "yuanPerMwh": 310.1}, {"toMw": 300.5, "yuanPerMwh": 342}],
       "starts": [{"state": "hot", "yuan": 20000}, {"state": "cold", "afterHours": 24.5,
         "yuan": 60000}], "rampUpMwPerH": 120, "rampDownMwPerH": 90, "commitment": "on"}
      """;

  private static final String CSV =
      """
      market,date,member,preparedAt,unit,kind,field,periods,item,value,price
      da,2026-12-01,north,2026-11-30T00:12:00Z,G1,thermal,replaces,,,2,
      ,,north,,G1,thermal,minMw,,,120.0,
      ,,north,,G1,thermal,maxMw,,,300.50,
      ,,north,,G1,thermal,noLoadYuanPerH,,,850.125,
      ,,north,,G1,thermal,segment,,,150,310.100
      ,,north,,G1,thermal,segment,,,300.5,342
      ,,north,,G1,thermal,start,,hot,,20000
      ,,north,,G1,thermal,start,,cold,24.5,60000
      ,,north,,G1,thermal,rampUpMwPerH,,,120,
      ,,north,,G1,thermal,rampDownMwPerH,,,90,
      ,,north,,G1,thermal,commitment,,,on,
      """;

  private static SubmittedForms read(String text) {
    return DeclarationReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static DeclarationForm only(String declaration) {
    SubmittedForms read = read(HEAD.formatted(declaration));
    assertEquals(List.of(), read.objections());
    assertEquals(1, read.forms().size());
    return read.forms().get(0);
  }

  private static String hash(DeclarationForm form) {
    return DeclarationWriter.hash(
        new Declaration(
            "da", LocalDate.of(2026, 12, 1), "north", form.unit(), form.terms().orElseThrow()));
  }

  @Test
  void numbersAreWholeNumbersOfTheirLastDecimal() {
    SubmittedForms read = read(HEAD.formatted(THERMAL));
    assertEquals("da", read.market().orElseThrow());
    assertEquals(LocalDate.of(2026, 12, 1), read.date().orElseThrow());
    assertEquals(Instant.parse("2026-11-30T00:12:00Z"), read.preparedAt().orElseThrow());
    DeclarationForm form = read.forms().get(0);
    assertEquals(List.of(), form.objections());
    assertEquals(OptionalInt.of(2), form.replaces());
    ThermalOffer offer = (ThermalOffer) form.terms().orElseThrow();
    assertEquals(3_005_000, offer.maxMw().at(7));
    assertEquals(850_125, offer.noLoadYuanPerH());
    assertEquals(
        List.of(new Segment(1_500_000, 310_100), new Segment(3_005_000, 342_000)),
        offer.segments().at(23).segments());
    assertEquals(new StartPrice(StartPrice.State.COLD, 2450, 60_000_000), offer.starts().get(1));
    assertEquals(900_000, offer.ramps().orElseThrow().downMwPerH());
    assertEquals(List.of(Commitment.ON), offer.commitment());
  }

  @Test
  void csvAndJsonAreTheSameContentWithTheSameHash() {
    SubmittedForms csv = read(CSV);
    assertEquals(List.of(), csv.objections());
    assertEquals(List.of(), csv.forms().get(0).objections());
    assertEquals(only(THERMAL).terms(), csv.forms().get(0).terms());
    assertEquals(hash(only(THERMAL)), hash(csv.forms().get(0)));
    assertEquals(read(HEAD.formatted(THERMAL)).preparedAt(), csv.preparedAt());
  }

  @Test
  void theHashIsOfTheValuesAndOfEachOfThem() {
    String hash = hash(only(THERMAL));
    assertEquals(hash, hash(only(THERMAL.replace("300.5", "300.5000").replace("342", "3.42e2"))));
    assertNotEquals(hash, hash(only(THERMAL.replace("310.1", "310.101"))));
    assertNotEquals(hash, hash(only(THERMAL.replace("\"on\"", "\"off\""))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "310.1|310.10001|DEC-04|nothing is rounded",
        "310.1|NaN|DEC-04|finite",
        "310.1|Infinity|DEC-04|finite",
        "310.1|\"310,1\"|DEC-04|plain number",
        "310.1|1e400000000|DEC-04|beyond every size",
        "310.1|99999999999999999999|DEC-04|beyond every size",
        "310.1|null|DEC-03|Add the field",
        "310.1|\"0x10\"|DEC-04|plain number",
        "\"thermal\"|\"termal\"|DEC-04|thermal",
        "\"minMw\": 120|\"pMin\": 120|DEC-02|minMw",
        "\"minMw\": 120|\"minMw\": [120]|DEC-06|one per period",
        "\"cold\"|\"frozen\"|DEC-04|hot, warm",
        "\"replaces\": 2|\"replaces\": -1|DEC-04|0 for none",
        "\"replaces\": 2|\"replaces\": -4294967294|DEC-04|0 for none",
        "\"replaces\": 2|\"replaces\": 4294967298|DEC-04|0 for none",
        "\"replaces\": 2|\"replaces\": 2.5|DEC-04|0 decimals",
        "\"on\"|[\"on\", {}]|DEC-04|meant",
        "\"on\"|[\"on\", null]|DEC-04|Known are",
        "\"on\"|[\"on\", [\"off\"]]|DEC-04|Known are",
        "\"on\"|[\"on\"]|DEC-06|one per period",
        "\"on\"|\"kept-off\"|DEC-04|free",
        "\"on\"|{}|DEC-04|Give a text",
        "\"G1\"|\"G\\n1\"|DEC-04|none that steers",
        "310.1|310.1000000000000000000001|DEC-04|nothing is rounded",
        "\"rampDownMwPerH\": 90, |'' |DEC-03|Add the field",
      })
  void whatIsNoValueIsNamedAndNeverGuessed(String from, String to, String rule, String advice) {
    String changed = THERMAL.replace(from, to.strip());
    assertNotEquals(THERMAL, changed);
    List<Objection> objections = only(changed).objections();
    assertTrue(
        objections.stream()
            .anyMatch(
                each -> each.rule().id().equals(rule) && each.advice().contains(advice.strip())),
        () -> objections.toString());
  }

  @Test
  void aTimeWithoutAnOffsetIsRefused() {
    for (String time : List.of("2026-11-30T08:12:00", "2026-11-30", "08:12", "yesterday")) {
      List<Objection> objections =
          read(HEAD.formatted(THERMAL).replace("2026-11-30T08:12:00+08:00", time)).objections();
      assertEquals(DeclarationRule.TIME_WITH_OFFSET, objections.get(0).rule(), time);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1-3;4-6, ''",
    "1-3;5-6, 5 of 6 periods",
    "1-3;3-6, period 3 twice",
    "2-3;4-6, 5 of 6 periods",
    "1, 1 of 1 periods",
    "0-3;4-6, 0-3",
    "6-1, 6-1"
  })
  void curvesByPeriodCoverEachPeriodOnce(String periods, String said) {
    List<String> parts = new ArrayList<>();
    for (String part : periods.split(";")) {
      parts.add(
          "{\"periods\": \"%s\", \"segments\": [{\"toMw\": 9, \"yuanPerMwh\": %d}]}"
              .formatted(part, parts.size()));
    }
    DeclarationForm form =
        only("{\"unit\": \"U\", \"kind\": \"demand\", \"byPeriod\": %s}".formatted(parts));
    List<String> values =
        form.objections().stream()
            .filter(each -> each.rule() == DeclarationRule.PERIODS_WHOLE)
            .map(Objection::value)
            .toList();
    assertEquals(said == null || said.isEmpty(), values.isEmpty(), values.toString());
    assertTrue(values.isEmpty() || values.contains(said), values.toString());
  }

  @Test
  void csvByPeriodHasEachPeriodOnce() {
    String head = "member,unit,kind,field,periods,value\n";
    String row = "m,W,self-schedule,mw,%s,%s\n";
    SubmittedForms whole = read(head + row.formatted("1-2", "5") + row.formatted("3", "0"));
    assertEquals(List.of(), whole.objections());
    SelfSchedule schedule = (SelfSchedule) whole.forms().get(0).terms().orElseThrow();
    assertEquals(List.of(50_000L, 50_000L, 0L), schedule.mw().values());
    for (String other : List.of("2-3", "4", "x")) {
      SubmittedForms broken = read(head + row.formatted("1-2", "5") + row.formatted(other, "0"));
      assertEquals(DeclarationRule.PERIODS_WHOLE, broken.objections().get(0).rule(), other);
    }
  }

  @Test
  void rowsOfTwoDaysOrMembersAreNotOneSubmission() {
    String two =
        CSV.replaceFirst(",,north,,G1,thermal,maxMw", ",2026-12-02,south,,G1,thermal,maxMw");
    List<Objection> objections = read(two).objections();
    assertEquals(
        List.of(DeclarationRule.SAME_DAY, DeclarationRule.SAME_DAY),
        objections.stream().map(Objection::rule).toList());
  }

  @Test
  void aFileThatIsCutOffDeclaresNothing() {
    for (String text :
        List.of("", "{", HEAD.substring(0, 60), HEAD.formatted(THERMAL) + "x", "a,b\n", "\u0000")) {
      SubmittedForms read = read(text);
      assertEquals(List.of(), read.forms());
      assertTrue(Objection.refuse(read.objections()), text);
    }
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() {
    List<String> texts =
        List.of(
            THERMAL,
            "{\"unit\":\"W\",\"kind\":\"renewable\",\"basis\":\"limit\",\"maxMw\":[1.5,2,0],"
                + "\"yuanPerMwh\":-3.25}",
            "{\"unit\":\"S\",\"kind\":\"storage\",\"maxChargeMw\":5,\"maxDischargeMw\":4,"
                + "\"bidYuanPerMwh\":[1,2],\"offerYuanPerMwh\":9,\"minLevelMwh\":0,"
                + "\"maxLevelMwh\":20,\"endMinLevelMwh\":0.5}",
            "{\"unit\":\"U\",\"kind\":\"demand\",\"byPeriod\":[{\"periods\":\"1-2\",\"segments\":"
                + "[{\"toMw\":3,\"yuanPerMwh\":700}]},{\"periods\":\"3\",\"segments\":[]}]}",
            "{\"unit\":\"G\",\"kind\":\"ancillary\",\"products\":[{\"product\":\"agc\",\"maxMw\":3,"
                + "\"yuanPerMwh\":[4,5],\"mileageYuanPerMw\":0.1}]}",
            "{\"unit\":\"G\",\"kind\":\"self-schedule\",\"mw\":[0,100]}",
            "{\"unit\":\"G\",\"kind\":\"withdrawal\",\"slot\":\"energy\"}");
    for (String text : texts) {
      DeclarationForm form = only(text);
      assertEquals(List.of(), form.objections(), text);
      Terms terms = form.terms().orElseThrow();
      String written = DeclarationWriter.text(form.unit(), terms);
      assertEquals(terms, DeclarationReader.stored(written));
      assertEquals(written, DeclarationWriter.text(form.unit(), DeclarationReader.stored(written)));
    }
    assertEquals(DeclarationReader.kinds().size(), texts.size());
  }
}
