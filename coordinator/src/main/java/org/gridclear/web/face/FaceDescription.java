package org.gridclear.web.face;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.gridclear.account.Face;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes at each face its own calls alone. */
@ControllerAdvice
class FaceDescription implements ResponseBodyAdvice<Object> {
  private static final String DESCRIBER = "org.springdoc.";

  private final FaceCalls calls = FaceCalls.read();

  @Override
  public boolean supports(
      MethodParameter method, Class<? extends HttpMessageConverter<?>> converter) {
    return method.getContainingClass().getName().startsWith(DESCRIBER)
        && method.getParameterType() == byte[].class;
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter method,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    HttpServletRequest asked = ((ServletServerHttpRequest) request).getServletRequest();
    Optional<Face> face = ServedFace.of(asked);
    return body instanceof byte[] whole && face.isPresent() ? of(face.get(), whole) : body;
  }

  private byte[] of(Face face, byte[] whole) {
    JsonNode api = Json.MAPPER.readTree(whole);
    if (!(api.path("paths") instanceof ObjectNode paths)) {
      return whole;
    }
    for (String path : paths.propertyNames().stream().toList()) {
      ObjectNode item = (ObjectNode) paths.get(path);
      item.propertyNames().stream()
          .filter(method -> !calls.of(method.toUpperCase(Locale.ROOT), path).contains(face))
          .toList()
          .forEach(item::remove);
      if (item.isEmpty()) {
        paths.remove(path);
      }
    }
    return Json.MAPPER.writeValueAsBytes(api);
  }
}
