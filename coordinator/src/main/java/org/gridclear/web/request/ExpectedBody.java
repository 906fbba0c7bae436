package org.gridclear.web.request;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.validate.NearestName;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * What a call takes as its body, in the words of its fields.
 *
 * @param type type of the body; {@code Void} where the call takes none
 */
record ExpectedBody(Type type) {
  private static final Set<Type> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
  private static final LocalDate DATE = LocalDate.of(2026, 10, 1);

  /** The body that a method takes. */
  static ExpectedBody of(HandlerMethod method) {
    return new ExpectedBody(
        Arrays.stream(method.getMethodParameters())
            .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
            .map(MethodParameter::getGenericParameterType)
            .findFirst()
            .orElse(Void.class));
  }

  /** What is wrong with a body that could not be read as this one. */
  String objection(HttpMessageNotReadableException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof PropertyBindingException read) {
        return unknown(read);
      }
      if (cause instanceof InputCoercionException read && !read.getPath().isEmpty()) {
        return ofField(read.getPath());
      }
      if (cause instanceof StreamReadException read) {
        return "The body is no JSON: %s (line %d, column %d)."
            .formatted(
                read.getOriginalMessage(),
                read.getLocation().getLineNr(),
                read.getLocation().getColumnNr());
      }
      if (cause instanceof ValueInstantiationException
          && cause.getCause() instanceof IllegalArgumentException said) {
        return String.valueOf(said.getMessage());
      }
      if (cause instanceof JacksonException read && !read.getPath().isEmpty()) {
        return ofField(read.getPath());
      }
    }
    return whole();
  }

  private static String unknown(PropertyBindingException read) {
    Collection<Object> known = read.getKnownPropertyIds();
    String name = read.getPropertyName();
    return "The body has no field '%s'. %s"
        .formatted(
            name,
            NearestName.advice(
                name, known == null ? List.of() : known.stream().map(String::valueOf).toList()));
  }

  private String ofField(List<JacksonException.Reference> path) {
    String name = path.get(0).getPropertyName();
    for (RecordComponent field : fields()) {
      if (field.getName().equals(name)) {
        return "The field %s must be %s.".formatted(name, words(field.getGenericType()));
      }
    }
    return whole();
  }

  private String whole() {
    if (isText()) {
      return "The body is missing.";
    }
    List<RecordComponent> fields = fields();
    if (fields.isEmpty()) {
      return "The body must be %s.".formatted(words(type));
    }
    String names = fields.stream().map(RecordComponent::getName).collect(Collectors.joining(", "));
    return fields.size() == 1
        ? "The body must be an object with the field %s, which is missing.".formatted(names)
        : "The body must be an object with the fields %s, which are missing.".formatted(names);
  }

  /** What to send instead. */
  String advice() {
    return isText()
        ? "/swagger-ui.html has a body of this call as an example."
        : "Send a body such as %s.".formatted(example(type));
  }

  /** Whether the call reads the body by itself, such as a study. */
  private boolean isText() {
    return type == String.class || type == Void.class;
  }

  private List<RecordComponent> fields() {
    return type instanceof Class<?> body && body.isRecord()
        ? List.of(body.getRecordComponents())
        : List.of();
  }

  private static String words(Type type) {
    Type each = ofList(type);
    if (each != null) {
      return "a list of " + plural(each);
    }
    if (WHOLE.contains(type)) {
      return "a whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == LocalDate.class) {
      return "a date such as " + DATE;
    }
    if (type instanceof Class<?> kind && kind.isEnum()) {
      return "one of " + List.of(kind.getEnumConstants());
    }
    return type == String.class ? "a text" : "an object";
  }

  private static String plural(Type type) {
    if (WHOLE.contains(type)) {
      return "whole numbers";
    }
    return type instanceof Class<?> kind && kind.isEnum()
        ? "names of " + List.of(kind.getEnumConstants())
        : "texts";
  }

  /** Type of what a list holds; null if it is no list. */
  private static @Nullable Type ofList(Type type) {
    return type instanceof ParameterizedType list
            && list.getRawType() instanceof Class<?> raw
            && Collection.class.isAssignableFrom(raw)
        ? list.getActualTypeArguments()[0]
        : null;
  }

  private String example(Type of) {
    if (of == type && !fields().isEmpty()) {
      return fields().stream()
          .map(field -> "\"%s\": %s".formatted(field.getName(), example(field.getGenericType())))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    Type held = ofList(of);
    if (held != null) {
      return "[" + example(held) + "]";
    }
    if (of instanceof Class<?> kind && kind.isEnum()) {
      return "\"%s\"".formatted(kind.getEnumConstants()[0]);
    }
    return switch (words(of)) {
      case "a whole number" -> "30";
      case "true or false" -> "true";
      case "a text" -> "\"…\"";
      case "an object" -> "{}";
      default -> "\"%s\"".formatted(DATE);
    };
  }
}
