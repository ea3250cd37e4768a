package studio.avatar.console.access;

import java.time.Clock;

import org.slf4j.LoggerFactory;

import studio.avatar.console.audit.Audit;

import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may do what: one chain of filters each for health and metrics, the API, and pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class AccessConfiguration {

	@Bean
	@Order(1)
	SecurityFilterChain managementChain(HttpSecurity http, Environment environment) throws Exception {
		boolean aPortOfItsOwn = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
		return http.securityMatcher(EndpointRequest.toAnyEndpoint()).authorizeHttpRequests((asked) -> {
			asked.requestMatchers(EndpointRequest.to("health")).permitAll();
			if (aPortOfItsOwn) { // which strangers do not reach
				asked.anyRequest().permitAll();
			}
			else {
				asked.anyRequest().hasRole(Role.VIEWER.name());
			}
		})
			.httpBasic((basic) -> basic.authenticationEntryPoint(new SignInFirst())
				.authenticationDetailsSource(Program::new))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(new SignInFirst()))
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf((csrf) -> csrf.disable()) // nothing to change here, and no session
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain apiChain(HttpSecurity http, PageAccess access) throws Exception {
		return access.api(http);
	}

	@Bean
	@Order(3)
	SecurityFilterChain pageChain(HttpSecurity http, PageAccess access) throws Exception {
		return access.pages(http);
	}

	@Bean
	AuthenticationManager signIn(AccessSettings settings, Audit audit, Clock clock) {
		if (settings.users().isEmpty()) {
			LoggerFactory.getLogger(AccessConfiguration.class).warn("Nobody can sign in: CONSOLE_USERS names no user");
		}
		DaoAuthenticationProvider passwords = new DaoAuthenticationProvider(
				new InMemoryUserDetailsManager(settings.users().stream().map(AccessConfiguration::details).toList()));
		passwords.setPasswordEncoder(new EvenPace(settings.cost()));
		SignInThrottle throttle = new SignInThrottle(settings.attempts(), settings.attemptsWithin(), clock);
		return new ProviderManager(new SignIn(passwords, throttle, settings, audit, new Visits(clock)));
	}

	@Bean
	static RoleHierarchy roles() {
		return RoleHierarchyImpl.fromHierarchy("ROLE_OPERATOR > ROLE_VIEWER\nROLE_APPROVER > ROLE_VIEWER");
	}

	private static UserDetails details(ConsoleUser user) {
		return User.withUsername(user.name())
			.password(user.hash())
			.roles(user.roles().isEmpty() ? new String[] { Role.VIEWER.name() }
					: user.roles().stream().map(Role::name).toArray(String[]::new))
			.build();
	}

}
