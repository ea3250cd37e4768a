package studio.avatar.console.access;

import org.springframework.security.core.Authentication;

/**
 * Who looks at a page, as its template sees them.
 *
 * @param name what they signed in as
 * @param isOperator whether buttons that change something are shown
 * @param isApprover whether buttons that approve are shown
 */
public record Who(String name, boolean isOperator, boolean isApprover) {

	static Who of(Authentication signedIn) {
		return new Who(signedIn.getName(), has(signedIn, Role.OPERATOR), has(signedIn, Role.APPROVER));
	}

	private static boolean has(Authentication signedIn, Role role) {
		return signedIn.getAuthorities()
			.stream()
			.anyMatch((granted) -> ("ROLE_" + role.name()).equals(granted.getAuthority()));
	}

}
