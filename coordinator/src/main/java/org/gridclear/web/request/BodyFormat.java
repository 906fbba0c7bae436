package org.gridclear.web.request;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Bodies of calls are taken as they are said or refused: a field that the call does not know or
 * that is given twice would make another call of it, and so would a value that was turned into one
 * of the kind that is asked for, such as 1.5 into a version, 0 into the first name of a list, or 7
 * into the eighth day of 1970. Lists have no holes; objects of names may have them, where the call
 * itself says which.
 */
@Component
class BodyFormat implements JsonMapperBuilderCustomizer {
  private static final int DATE_LENGTH = 10;

  @Override
  public void customize(JsonMapper.Builder builder) {
    builder
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_IGNORED_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .changeDefaultNullHandling(each -> each.withContentNulls(Nulls.FAIL))
        .withConfigOverride(
            Map.class, each -> each.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.SET)))
        .addModule(
            new SimpleModule()
                .addDeserializer(String.class, new Text<>(String.class, BodyFormat::kept))
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, BodyFormat::date)));
  }

  private static String kept(String text) {
    if (KnownParameters.NO_TEXT.matcher(text).find()) {
      throw new IllegalArgumentException("U+0000 and half of a pair are no characters.");
    }
    return text;
  }

  /** No market has a year of more than four digits, and not every database keeps one. */
  private static LocalDate date(String text) {
    if (text.length() != DATE_LENGTH) {
      throw new IllegalArgumentException("A date has ten characters.");
    }
    return LocalDate.parse(text);
  }

  /** What is said as a text, and as nothing else. */
  private static final class Text<T> extends StdDeserializer<T> {
    private final Class<T> type;
    private final Function<String, T> read;

    Text(Class<T> type, Function<String, T> read) {
      super(type);
      this.type = type;
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        throw MismatchedInputException.from(json, type, "It must be a text.");
      }
      try {
        return read.apply(json.getString());
      } catch (IllegalArgumentException | DateTimeException e) {
        throw MismatchedInputException.from(json, type, String.valueOf(e.getMessage()));
      }
    }
  }
}
