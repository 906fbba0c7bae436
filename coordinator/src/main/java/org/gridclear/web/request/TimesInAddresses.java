package org.gridclear.web.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Dates, months and times in addresses are ISO 8601 with a year of four digits: no market has
 * another, not every database keeps one, and a day less or more of it may be none at all.
 */
@Component
class TimesInAddresses implements WebMvcConfigurer {
  private static final Map<Class<?>, String> WORDS =
      Map.of(
          LocalDate.class, "a date such as 2026-10-01",
          YearMonth.class, "a month such as 2026-10",
          OffsetDateTime.class, "a time such as 2026-10-01T00:00:00Z",
          Instant.class, "a time such as 2026-10-01T00:00:00Z");

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, LocalDate.class, of(LocalDate::parse));
    registry.addConverter(String.class, YearMonth.class, of(YearMonth::parse));
    registry.addConverter(String.class, OffsetDateTime.class, of(OffsetDateTime::parse));
    registry.addConverter(String.class, Instant.class, of(Instant::parse));
  }

  /** What must be given for a type of times; empty for other types. */
  static Optional<String> words(Class<?> type) {
    return Optional.ofNullable(WORDS.get(type));
  }

  /** Nothing for an empty text. */
  @SuppressWarnings("NullAway") // It does not read that the type of what is converted may be null.
  private static <T> Converter<String, @Nullable T> of(Function<String, T> parse) {
    return text -> text.isBlank() ? null : parse.apply(fourDigits(text.strip()));
  }

  private static String fourDigits(String text) {
    if (!text.matches("\\d{4}-.*")) {
      throw new IllegalArgumentException("The year must have four digits.");
    }
    return text;
  }
}
