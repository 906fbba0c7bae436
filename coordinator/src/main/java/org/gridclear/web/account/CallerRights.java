package org.gridclear.web.account;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.account.Right;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives calls their {@link Caller}, and asks for the rights that they {@linkplain Needs need}. */
@Component
class CallerRights implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {
  private static final String MARKET = "org.gridclear.web.market";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  private final ServerSecurity security;

  CallerRights(ServerSecurity security) {
    this.security = security;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (request.getDispatcherType() != DispatcherType.REQUEST
        || !(handler instanceof HandlerMethod method)) {
      return true;
    }
    if (!security.closed()) {
      Caller.local().enter(request);
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) {
      return !ofMarket(method) || refused(response, Set.of());
    }
    Caller caller = Caller.of(request);
    Set<String> names = new TreeSet<>();
    for (Right right : needs.value()) {
      if (caller.may(right)) {
        return true;
      }
      names.add(right.name());
    }
    return refused(response, names);
  }

  private static boolean ofMarket(HandlerMethod method) {
    String type = method.getBeanType().getName();
    return type.startsWith(MARKET);
  }

  private static boolean refused(HttpServletResponse response, Set<String> rights)
      throws IOException {
    Forbidden.lacks(response, rights);
    return false;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return Caller.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }
}
