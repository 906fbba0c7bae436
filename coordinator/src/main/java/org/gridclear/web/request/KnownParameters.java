package org.gridclear.web.request;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.gridclear.validate.NearestName;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * Refuses calls with a query parameter that they do not know, or one given twice: what is left out
 * of a question without a word makes an answer to another question. So does a range that ends
 * before it begins, of which nothing is found. What a call knows are the parameters of its method,
 * and the parts of a record that stands for several; a header of such a name is none of them.
 */
@ControllerAdvice
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  /** What no database keeps: U+0000, and half of a pair that is one character. */
  static final Pattern NO_TEXT = Pattern.compile("[\\x{0}\\p{Cs}]");

  private static final String OURS = "org.gridclear.";

  private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
  private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    // What the address of a page says is for the script of the page.
    registry.addInterceptor(this).excludePathPatterns("/", "/console/**");
  }

  @InitBinder
  void withoutHeaders(WebDataBinder binder) {
    if (binder instanceof ExtendedServletRequestDataBinder ofRecord) {
      ofRecord.setHeaderPredicate(name -> false);
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.REQUEST
        && handler instanceof HandlerMethod method
        && method.getBeanType().getName().startsWith(OURS)) {
      Set<String> taken = known.computeIfAbsent(method, this::of);
      request.getParameterMap().forEach((name, values) -> check(name, values, taken));
      checkRange(request.getParameter("from"), request.getParameter("to"));
    }
    return true;
  }

  /** A range that ends before it begins has nothing in it, which would read as an answer. */
  private static void checkRange(@Nullable String from, @Nullable String to) {
    Optional<Instant> first = time(from);
    Optional<Instant> last = time(to);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw new IllegalArgumentException(
          "from (%s) must not be after to (%s).".formatted(from, to));
    }
  }

  /** The begin of a date or a time; empty for what is none, which is refused by its type. */
  private static Optional<Instant> time(@Nullable String text) {
    if (text == null || !text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void check(String name, String[] values, Set<String> taken) {
    if (!taken.contains(name)) {
      throw new IllegalArgumentException(
          taken.isEmpty()
              ? "The call has no parameter '%s'; it takes none.".formatted(name)
              : "The call has no parameter '%s'. %s"
                  .formatted(name, NearestName.advice(name, taken)));
    }
    if (Arrays.stream(values).anyMatch(value -> NO_TEXT.matcher(value).find())) {
      throw new IllegalArgumentException(
          "The parameter '%s' has a character that is none: U+0000, or half of one."
              .formatted(name));
    }
    if (values.length > 1) {
      throw new IllegalArgumentException(
          "The parameter '%s' is given %d times; it is taken once.".formatted(name, values.length));
    }
  }

  private Set<String> of(HandlerMethod method) {
    Set<String> taken = new TreeSet<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
      if (said != null) {
        parameter.initParameterNameDiscovery(names);
        taken.add(said.name().isEmpty() ? parameter.getParameterName() : said.name());
      }
      if (parameter.hasParameterAnnotation(ParameterObject.class)) {
        for (RecordComponent part : parameter.getParameterType().getRecordComponents()) {
          taken.add(part.getName());
        }
      }
    }
    return taken;
  }
}
