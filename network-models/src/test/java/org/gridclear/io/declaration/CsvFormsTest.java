package org.gridclear.io.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.gridclear.market.declaration.AncillaryOffer;
import org.gridclear.market.declaration.DemandBid;
import org.gridclear.market.declaration.Segment;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.ThermalOffer;
import org.gridclear.market.declaration.check.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Declarations as rows: each cell is used as what its column says, or named where it stands. */
class CsvFormsTest {
  private static final String HEAD = "member,unit,kind,field,periods,item,value,price\n";

  private static final String THERMAL =
      """
      m,G,thermal,minMw,,,0,
      m,G,thermal,maxMw,,,9,
      m,G,thermal,noLoadYuanPerH,,,1,
      m,G,thermal,segment,,,9,5
      m,G,thermal,start,,hot,,3
      m,G,thermal,start,,cold,7,4
      """;

  private static SubmittedForms read(String text) {
    return DeclarationReader.read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All objections, of the file and of its forms: rule, place, value. */
  private static List<String> objections(String rows) {
    SubmittedForms read = read(HEAD + rows);
    List<Objection> all = new java.util.ArrayList<>(read.objections());
    read.forms().forEach(form -> all.addAll(form.objections()));
    return all.stream()
        .map(each -> "%s %s = %s".formatted(each.rule().id(), each.place(), each.value()))
        .toList();
  }

  @Test
  void eachColumnIsTheFieldThatItSays() {
    assertEquals(List.of(), objections(THERMAL));
    ThermalOffer offer = (ThermalOffer) read(HEAD + THERMAL).forms().get(0).terms().orElseThrow();
    assertEquals(
        List.of(
            new StartPrice(StartPrice.State.HOT, 0, 3_000),
            new StartPrice(StartPrice.State.COLD, 700, 4_000)),
        offer.starts());
    assertEquals(List.of(new Segment(90_000, 5_000)), offer.segments().at(0).segments());
    assertEquals(OptionalInt.empty(), read(HEAD + THERMAL).forms().get(0).replaces());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          start,,hot,,3; start,1-8,hot,,3; DEC-04 line 6 start = periods '1-8'
          segment,,,9,5; segment,,2,9,5; DEC-04 line 5 segment = item '2'
          minMw,,,0,; minMw,,x,0,; DEC-04 line 2 minMw = item 'x', price ''
          minMw,,,0,; minMw,,,0,7; DEC-04 line 2 minMw = item '', price '7'
          start,,hot,,3; starts,,hot,,3; DEC-02 line 6 starts =
          segment,,,9,5; segments,,,9,5; DEC-02 line 5 segments = 9
          minMw,,,0,; unit,,,H,; DEC-02 line 2 unit = H
          minMw,,,0,; kind,,,demand,; DEC-02 line 2 kind = demand
          minMw,,,0,; byPeriod,,,0,; DEC-02 line 2 byPeriod = 0
          minMw,,,0,; products,,,0,; DEC-02 line 2 products = 0
          start,,hot,,3; start,,hot,,; DEC-03 G starts 1 yuan = absent
          start,,cold,7,4; start,,cold,,4; DEC-03 G starts 2 afterHours = absent
          segment,,,9,5; segment,,,9,; DEC-03 G segments 1 yuanPerMwh = absent
          segment,,,9,5; segment,,,,5; DEC-03 G segments 1 toMw = absent
          minMw,,,0,; minMw,1-2,,0,; ''
          minMw,,,0,; minMw,1-0,,0,; DEC-06 line 2 periods = 1-0
          minMw,,,0,; minMw,2-3,,0,; DEC-06 G minMw = 2 of 3 periods
          minMw,,,0,; minMw,1,,0,; DEC-06 G minMw = a list of 1
          minMw,,,0,; minMw,,,,; DEC-03 G minMw = absent
          minMw,,,0,; minMw,1-2,,,; DEC-04 G minMw of period 1 = ""
          minMw,,,0,; pMin,,,0,; DEC-03 G minMw = absent
          """)
  void aCellThatMeansNothingIsNamed(String from, String to, String first) {
    assertTrue(THERMAL.contains(from), from);
    List<String> objections = objections(THERMAL.replace(from, to));
    assertEquals(first.isEmpty(), objections.isEmpty(), objections.toString());
    assertTrue(first.isEmpty() || objections.get(0).strip().equals(first), objections.toString());
  }

  @Test
  void aFieldIsGivenOnceForAllPeriodsOrOnceForEach() {
    assertEquals(
        List.of("DEC-07 line 8 minMw = 1"), objections(THERMAL + "m,G,thermal,minMw,,,1,\n"));
    assertEquals(
        List.of("DEC-06 G minMw = for all periods, and by period"),
        objections(THERMAL + "m,G,thermal,minMw,1-2,,1,\n"));
    String twice = "m,G,thermal,rampUpMwPerH,1-3,,1,\nm,G,thermal,rampUpMwPerH,3-4,,1,\n";
    assertEquals("DEC-06 line 9 periods = period 3 twice", objections(THERMAL + twice).get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          product,,agc,3,4 | mileage,,agc,,5; ''
          product,,agc,3,4 | mileage,,agc,5,; DEC-04 line 3 mileage = value '5'
          product,,agc,3,4 | mileage,,agc,7,5; DEC-04 line 3 mileage = value '7'
          product,,agc,3,4 | mileage,,agc,,; DEC-04 line 3 mileage = item 'agc', price ''
          product,,agc,3,4 | mileage,,,,5; DEC-04 line 3 mileage = item '', price '5'
          product,,agc,3,4 | product,,agc,3,4; DEC-07 line 3 maxMw = 3
          product,,agc,3, ; DEC-03 A products 1 yuanPerMwh = absent
          product,,agc,,4; DEC-03 A products 1 maxMw = absent
          product,,,3,4; DEC-03 A products 1 product = absent
          mileage,,agc,,5; DEC-03 A products 1 maxMw = absent
          product,1,agc,3,4 | product,3,agc,3,4; DEC-06 A agc maxMw = 2 of 3 periods
          """)
  void aProductIsOfferedWholeAndItsMileageHasAPrice(String rows, String first) {
    StringBuilder text = new StringBuilder();
    for (String row : rows.split("\\|", -1)) {
      text.append("m,A,ancillary,").append(row.strip()).append('\n');
    }
    List<String> objections = objections(text.toString());
    assertEquals(first.isEmpty(), objections.isEmpty(), objections.toString());
    assertTrue(first.isEmpty() || objections.get(0).equals(first), objections.toString());
  }

  @Test
  void productsByPeriodKeepTheirOwnNumbers() {
    String rows =
        """
        m,A,ancillary,product,1,agc,3,4
        m,A,ancillary,product,2,agc,0,40
        m,A,ancillary,product,1-2,spin,7,1
        m,A,ancillary,mileage,,agc,,0.5
        """;
    assertEquals(List.of(), objections(rows));
    AncillaryOffer offer = (AncillaryOffer) read(HEAD + rows).forms().get(0).terms().orElseThrow();
    assertEquals(List.of(30_000L, 0L), offer.products().get(0).maxMw().values());
    assertEquals(List.of(4_000L, 40_000L), offer.products().get(0).yuanPerMwh().values());
    assertEquals(500, offer.products().get(0).mileageYuanPerMw());
    assertEquals(List.of(70_000L, 70_000L), offer.products().get(1).maxMw().values());
    assertEquals(0, offer.products().get(1).mileageYuanPerMw());
  }

  @Test
  void rowsOfUnitsMayAlternateAndCurvesByPeriodKeepTheirOrder() {
    String rows =
        """
        m,U,demand,segment,1-2,,3,9
        m,V,demand,segment,,,1,2
        m,U,demand,segment,3,,4,8
        m,U,demand,segment,1-2,,5,7
        """;
    assertEquals(List.of(), objections(rows));
    List<DeclarationForm> forms = read(HEAD + rows).forms();
    assertEquals(List.of("U", "V"), forms.stream().map(DeclarationForm::unit).toList());
    DemandBid bid = (DemandBid) forms.get(0).terms().orElseThrow();
    List<Segment> two = List.of(new Segment(30_000, 9_000), new Segment(50_000, 7_000));
    assertEquals(two, bid.segments().at(0).segments());
    assertEquals(two, bid.segments().at(1).segments());
    assertEquals(List.of(new Segment(40_000, 8_000)), bid.segments().at(2).segments());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          member,unit,kind,field,period,value; DEC-02 line 1 = period
          member,unit,kind,field,value,value; DEC-07 line 1 = value
          unit,kind,field,value,price; DEC-03 line 1 member = absent
          member,unit,kind,field; DEC-03 line 1 value = absent
          """)
  void aHeaderThatIsNoneIsRefusedBeforeItsRows(String header, String first) {
    SubmittedForms read = read(header + "\nm,G,thermal,minMw,0,0\n");
    assertEquals(List.of(), read.forms());
    Objection objection = read.objections().get(0);
    assertEquals(
        first, "%s %s = %s".formatted(objection.rule().id(), objection.place(), objection.value()));
  }

  @Test
  void aRowOfOtherLengthIsNamedWithItsLine() {
    assertEquals("DEC-01 line 8 = 4 fields", objections(THERMAL + "m,G,thermal,minMw\n").get(0));
    assertEquals(List.of(), objections("\n" + THERMAL + "\n"));
    assertEquals(
        List.of(), objections(THERMAL.replace("m,G,", " m , \"G\" ,").replace("\n", "\r\n")));
  }

  @Test
  void aUnitWithACommaOrAQuoteIsItsOwn() {
    String rows = "m,\"a,\"\"b\"\"\",self-schedule,mw,,,5,\n";
    assertEquals(List.of(), objections(rows));
    assertEquals("a,\"b\"", read(HEAD + rows).forms().get(0).unit());
  }
}
