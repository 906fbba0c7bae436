package org.gridclear.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import org.gridclear.account.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Which call needs which right. */
@Configuration
class SecurityConfiguration {
  private static final String API = "/api/v1";

  /** Nobody is let in by Spring's own means: callers come with tokens. */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new BadCredentialsException("Log in at /api/v1/session.");
    };
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, ServerSecurity security) throws Exception {
    http.csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable());
    if (!security.closed()) {
      return http.authorizeHttpRequests(calls -> calls.anyRequest().permitAll()).build();
    }
    http.addFilterBefore(new TokenFilter(security), AuthorizationFilter.class)
        .exceptionHandling(
            refused ->
                refused
                    .authenticationEntryPoint(
                        (request, response, why) ->
                            response.sendError(HttpServletResponse.SC_UNAUTHORIZED))
                    .accessDeniedHandler(
                        (request, response, why) ->
                            response.sendError(HttpServletResponse.SC_FORBIDDEN)));
    http.authorizeHttpRequests(
        calls ->
            calls
                .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.POST, API + "/session")
                .permitAll()
                .requestMatchers("/health/**")
                .permitAll()
                .requestMatchers(API + "/session", API + "/password")
                .authenticated()
                .requestMatchers("/metrics")
                .hasAuthority(Right.READ_METRICS.name())
                .requestMatchers(API + "/accounts/**", API + "/groups/**")
                .hasAuthority(Right.MANAGE_ACCOUNTS.name())
                .requestMatchers(API + "/audit/**")
                .hasAuthority(Right.READ_AUDIT.name())
                .requestMatchers(API + "/closes/**")
                .hasAuthority(Right.READ_SETTLEMENT.name())
                .requestMatchers(HttpMethod.GET, API + "/runs/**", API + "/cases/**")
                .hasAnyAuthority(Right.READ_RESULTS.name(), Right.RUN.name())
                .requestMatchers(API + "/studies/**", API + "/screenings/**", API + "/runs/**")
                .hasAuthority(Right.RUN.name())
                .anyRequest()
                .hasAuthority(TokenFilter.SETTLED));
    return http.build();
  }
}
