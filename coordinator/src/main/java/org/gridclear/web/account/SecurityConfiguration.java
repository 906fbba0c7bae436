package org.gridclear.web.account;

import jakarta.servlet.DispatcherType;
import org.gridclear.account.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Which call needs which right. */
@Configuration
class SecurityConfiguration {
  private static final String API = "/api/v1";

  /** What pages may load: their own files, and pictures within them. */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src"
          + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

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
        .logout(logout -> logout.disable())
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)));
    if (!security.closed()) {
      return http.authorizeHttpRequests(calls -> calls.anyRequest().permitAll()).build();
    }
    return http.addFilterBefore(new TokenFilter(security), AuthorizationFilter.class)
        .exceptionHandling(SecurityConfiguration::refusals)
        .authorizeHttpRequests(SecurityConfiguration::rights)
        .build();
  }

  private static void refusals(ExceptionHandlingConfigurer<HttpSecurity> refused) {
    refused
        .authenticationEntryPoint(
            (request, response, why) ->
                Problems.send(
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "The call carries no token that is good.",
                    "Log in with POST /api/v1/session and send the token as Authorization:"
                        + " Bearer."))
        .accessDeniedHandler((request, response, why) -> Forbidden.answer(response, why));
  }

  private static void rights(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          calls) {
    calls
        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
        .permitAll()
        .requestMatchers(HttpMethod.POST, API + "/session", API + "/invitations/*")
        .permitAll()
        .requestMatchers(HttpMethod.GET, WelcomePageController.PAGE, WelcomePageController.SCRIPT)
        .permitAll()
        .requestMatchers("/health/**")
        .permitAll()
        // What pages and calls there are is no secret; they have forms to log in.
        .requestMatchers(HttpMethod.GET, "/", "/console/**", "/files/**")
        .permitAll()
        .requestMatchers(API + "/openapi/**", "/swagger-ui.html", "/swagger-ui/**")
        .permitAll()
        .requestMatchers(HttpMethod.GET, API + "/session")
        .authenticated()
        .requestMatchers(
            HttpMethod.POST,
            API + "/session/challenge",
            API + "/session/devices",
            API + "/session/devices/session")
        .permitAll()
        .requestMatchers(
            API + "/session", API + "/session/**", API + "/second-factors/**", API + "/password")
        .hasAuthority(TokenFilter.SESSION)
        // A token that leaks must not make others.
        .requestMatchers(API + "/tokens/**")
        .hasAuthority(TokenFilter.SESSION)
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
        .requestMatchers(
            API + "/studies/**",
            API + "/screenings/**",
            API + "/sensitivities/**",
            API + "/runs/**")
        .hasAuthority(Right.RUN.name())
        .anyRequest()
        .authenticated();
  }
}
