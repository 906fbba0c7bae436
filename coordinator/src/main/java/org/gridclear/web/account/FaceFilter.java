package org.gridclear.web.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.gridclear.account.Face;
import org.gridclear.web.face.FaceCalls;
import org.gridclear.web.face.Faces;
import org.gridclear.web.face.ServedFace;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers at each face its own calls alone. The others are not found there, whoever asks, with the
 * words that an address gets which is nowhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FaceFilter extends OncePerRequestFilter {
  /** How the detail begins of a call that is of another face. */
  static final String OTHER = "not of the face ";

  private final Faces faces;
  private final FaceCalls calls = FaceCalls.read();

  FaceFilter(Faces faces) {
    this.faces = faces;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (faces.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Face> face = faces.of(request.getLocalPort());
    // Read as the server itself reads it to find who answers, so that no spelling gets by.
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    if (face.isPresent() && calls.of(request.getMethod(), path).contains(face.get())) {
      ServedFace.enter(request, face.get());
      chain.doFilter(request, response);
      return;
    }
    request.setAttribute(AuditedCall.DETAIL, OTHER + face.map(Face::word).orElse("none"));
    Problems.send(
        response,
        HttpStatus.NOT_FOUND,
        "There is nothing at this address.",
        "GET /api/v1/openapi says what there is.");
  }
}
