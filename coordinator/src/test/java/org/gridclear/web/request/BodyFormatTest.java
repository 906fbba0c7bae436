package org.gridclear.web.request;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridclear.account.Scope;
import org.gridclear.settlement.payment.PaymentTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of all calls are taken as they are said, or refused with the field by name. */
class BodyFormatTest {
  private static final JsonMapper MAPPER = mapper();

  /** A body that was read before. */
  private static final HttpInputMessage NOTHING =
      new HttpInputMessage() {
        @Override
        public InputStream getBody() {
          return InputStream.nullInputStream();
        }

        @Override
        public HttpHeaders getHeaders() {
          return new HttpHeaders();
        }
      };

  private static JsonMapper mapper() {
    JsonMapper.Builder builder = JsonMapper.builder();
    new BodyFormat().customize(builder);
    return builder.build();
  }

  /** Records that calls take as their bodies. */
  static Stream<Class<?>> bodies() throws ReflectiveOperationException {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    Set<Class<?>> bodies = new TreeSet<>(Comparator.comparing(Class::getName));
    for (var each : scan.findCandidateComponents("org.gridclear.web")) {
      for (Method method : Class.forName(each.getBeanClassName()).getDeclaredMethods()) {
        for (Parameter parameter : method.getParameters()) {
          if (parameter.isAnnotationPresent(RequestBody.class) && parameter.getType().isRecord()) {
            bodies.add(parameter.getType());
          }
        }
      }
    }
    assertTrue(bodies.size() > 40, "bodies: " + bodies);
    return bodies.stream();
  }

  private static String objection(Class<?> body, String json) {
    JacksonException refused =
        assertThrows(JacksonException.class, () -> MAPPER.readValue(json, body), json);
    return new ExpectedBody(body)
        .objection(new HttpMessageNotReadableException("x", refused, NOTHING));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aFieldThatTheCallDoesNotKnowIsNamed(Class<?> body) {
    String said = objection(body, "{%s\"zzz\": 1}".formatted(needed(body)));
    assertTrue(said.contains("zzz"), said);
  }

  /** What a body cannot be without, each with a comma. */
  private static String needed(Class<?> body) {
    if (body == PaymentTerms.class) {
      String terms = MAPPER.writeValueAsString(PaymentTerms.STANDARD);
      return terms.substring(1, terms.length() - 1) + ",";
    }
    return Arrays.stream(body.getRecordComponents())
        .filter(field -> field.getType().isPrimitive())
        .map(field -> "\"%s\": 1,".formatted(field.getName()))
        .collect(Collectors.joining());
  }

  /** Values of other kinds than a field's; none for what the call itself reads. */
  private static List<String> others(Type type) {
    Class<?> kind = (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
    if (kind == String.class) {
      return List.of("7", "1.5", "true", "{}", "[\"x\"]", "\"a\\u0000\"", "\"\\ud83d\"");
    }
    if (Set.of(int.class, Integer.class, long.class, Long.class).contains(kind)) {
      return List.of("\"7\"", "\"\"", "1.5", "1.0", "true", "[1]", "{}", "1e30");
    }
    if (kind == boolean.class || kind == Boolean.class) {
      return List.of("\"true\"", "\"\"", "1", "0", "[true]");
    }
    if (kind == LocalDate.class) {
      return List.of(
          "7", "1.5", "true", "\"\"", "\"x\"", "\"2026-02-30\"", "\"+99999-01-01\"", "{}");
    }
    if (kind.isEnum()) {
      return List.of("0", "\"nonesuch\"", "\"\"", "true", "[]");
    }
    if (List.class.isAssignableFrom(kind)) {
      return List.of("\"x\"", "\"\"", "7", "{}");
    }
    return kind == JsonNode.class || kind == Scope.Part.class
        ? List.of()
        : List.of("\"x\"", "\"\"", "7", "[]");
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aValueOfAnotherKindIsRefusedAndItsFieldNamed(Class<?> body) {
    List<String> wrong = new ArrayList<>();
    for (RecordComponent field : body.getRecordComponents()) {
      for (String other : others(field.getGenericType())) {
        String json = "{\"%s\": %s}".formatted(field.getName(), other);
        String said = objection(body, json);
        if (!said.contains("The field %s must be ".formatted(field.getName()))) {
          wrong.add(json + " -> " + said);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void aFieldThatIsGivenTwiceIsNamedWithItsPlace(Class<?> body) {
    for (RecordComponent field : body.getRecordComponents()) {
      String value = field.getType().isPrimitive() ? "1" : "null";
      String json = "{\"%1$s\": %2$s,\n\"%1$s\": %2$s}".formatted(field.getName(), value);
      String said = objection(body, json);
      assertTrue(said.contains('"' + field.getName() + '"'), said);
      assertTrue(said.contains("line 2"), said);
    }
  }

  /** What the advice says can be sent is of the kinds that are asked for. */
  @ParameterizedTest
  @MethodSource("bodies")
  void theBodyOfTheAdviceIsOneThatTheCallTakes(Class<?> body) {
    String advice = new ExpectedBody(body).advice();
    String json = advice.substring(advice.indexOf('{'), advice.lastIndexOf('}') + 1);
    try {
      MAPPER.readValue(json, body);
    } catch (ValueInstantiationException e) {
      // A value that cannot be, such as 0 days to pay: of the right kind all the same.
      assertTrue(e.getCause() instanceof IllegalArgumentException, json + e.getMessage());
    }
  }

  enum Colour {
    RED,
    GREEN
  }

  record Within(int height) {}

  record Asked(
      String name,
      int count,
      Boolean sure,
      LocalDate date,
      Colour colour,
      List<Long> numbers,
      List<String> texts,
      List<Colour> colours,
      Map<String, Long> weights,
      Within within) {
    Asked {
      if (count < 0) {
        throw new IllegalArgumentException("The count (%d) must be 0 or more.".formatted(count));
      }
    }

    /** No field, though it reads like one. */
    public boolean isGreen() {
      return colour == Colour.GREEN;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"name": 7}                     | The field name must be a text.
          {"count": "7"}                  | The field count must be a whole number.
          {"count": 1.5}                  | The field count must be a whole number.
          {"count": 99999999999}          | The field count must be a whole number.
          {"count": null}                 | The field count must be a whole number.
          {"name": "x"}                   | The field count must be a whole number.
          {"sure": 1}                     | The field sure must be true or false.
          {"date": 20000}                 | The field date must be a date such as 2026-10-01.
          {"date": "2026-10-01T00:00:00"} | The field date must be a date such as 2026-10-01.
          {"colour": 1}                   | The field colour must be one of [RED, GREEN].
          {"colour": "red"}               | The field colour must be one of [RED, GREEN].
          {"numbers": "1"}                | The field numbers must be a list of whole numbers.
          {"numbers": [1.5]}              | The field numbers must be a list of whole numbers.
          {"texts": [1]}                  | The field texts must be a list of texts.
          {"count": 1, "texts": [null]}   | The field texts must be a list of texts.
          {"numbers": [null]}             | The field numbers must be a list of whole numbers.
          {"colours": [0]}                | The field colours must be a list of names of [RED, GREEN].
          {"weights": {"a": 1.5}}         | The field weights must be an object.
          {"within": {"height": "9"}}     | The field within must be an object.
          {"count": -1}                   | The count (-1) must be 0 or more.
          {"count": 1, "nmae": "x"}       | The body has no field 'nmae'. Maybe you meant 'name'.
          {"count": 1, "green": true}     | The body has no field 'green'. Known are: colour, colours, count, date, name, numbers, sure, texts, weights, within.
          {"within": {"height": 9, "w": 9}} | The body has no field 'w'. Known are: height.
          """)
  void whatIsWrongIsSaidInTheWordsOfTheField(String json, String expected) {
    assertEquals(expected, objection(Asked.class, json));
  }

  @Test
  void whatIsRightIsTakenToTheLastDigit() {
    Asked asked =
        MAPPER.readValue(
            """
            {"name": "7", "count": 2147483647, "sure": false, "date": "2028-02-29",
             "colour": "GREEN", "numbers": [9223372036854775807], "texts": ["1.50"],
             "colours": ["RED"], "weights": {"a": 9007199254740993}, "within": {"height": 9}}
            """,
            Asked.class);
    assertEquals(
        new Asked(
            "7",
            Integer.MAX_VALUE,
            false,
            LocalDate.of(2028, 2, 29),
            Colour.GREEN,
            List.of(Long.MAX_VALUE),
            List.of("1.50"),
            List.of(Colour.RED),
            Map.of("a", 9_007_199_254_740_993L),
            new Within(9)),
        asked);
  }

  @Test
  void aListHasNoHolesButWhatIsReadAgainByTheCallMayHave() {
    assertThrows(
        JacksonException.class,
        () -> MAPPER.readerForListOf(String.class).readValue("[\"a\", null]"));
    Map<String, Long> none = new TreeMap<>();
    none.put("a", null);
    assertEquals(
        none,
        MAPPER.readValue("{\"count\": 1, \"weights\": {\"a\": null}}", Asked.class).weights());
  }

  @Test
  void textAfterTheEndOfABodyIsNotTaken() {
    assertThrows(JacksonException.class, () -> MAPPER.readValue("{\"count\": 1} {}", Asked.class));
    assertDoesNotThrow(() -> MAPPER.readValue("{\"count\": 1} \n", Asked.class));
  }
}
