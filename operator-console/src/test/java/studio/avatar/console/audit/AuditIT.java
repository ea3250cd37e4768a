package studio.avatar.console.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import studio.avatar.console.ConsoleUnderTest;
import studio.avatar.console.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuditIT extends ConsoleUnderTest {

	private final String about = "replay " + UUID.randomUUID();

	@Autowired
	private Audit audit;

	@Autowired
	private AuditEntries entries;

	@Autowired
	private PlatformTransactionManager transactions;

	@ParameterizedTest
	@ValueSource(strings = { "update audit_entry set who = 'somebody else'", "delete from audit_entry",
			"truncate audit_entry" })
	void whatIsWrittenStays(String change) {
		this.audit.note("anna", "replay approved", this.about, Map.of());

		assertThatThrownBy(() -> this.database.sql(change).update()).hasMessageContaining("The audit is only added to");
	}

	@Test
	void anEntryGoesWithTheTransactionItTellsAbout() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.audit.note("anna", "replay approved", this.about, Map.of());
			status.setRollbackOnly();
		});

		assertThat(found(this.about)).isEmpty();
	}

	@Test
	void entriesAreFoundByTheirDetailsToo() {
		this.audit.note("anna\u0000", "consumer paused", this.about,
				Map.of("reason", "Too slow: 100% of it ünder \u0000 load"));

		assertThat(this.entries
			.find(new AuditSearch("anna\ufffd", "PAUSED", null, "100% of it ünder", null, null, null), 10))
			.extracting(AuditEntry::about)
			.contains(this.about);
		assertThat(this.entries.find(new AuditSearch("bert", null, this.about, null, null, null, null), 10)).isEmpty();
	}

	@Test
	void pagesFollowEachOtherWithoutGapOrOverlap() {
		for (int number = 1; number <= 5; number++) {
			this.audit.note("anna", "step " + number, this.about, Map.of());
		}

		var newest = this.entries.find(new AuditSearch(null, null, this.about, null, null, null, null), 3);
		var older = this.entries.find(new AuditSearch(null, null, this.about, null, null, null, newest.getLast().id()),
				3);

		assertThat(newest).extracting(AuditEntry::what).containsExactly("step 5", "step 4", "step 3");
		assertThat(older).extracting(AuditEntry::what).containsExactly("step 2", "step 1");
	}

	@Test
	void thePageShowsWhatWasWrittenAsTextAndNothingElse() {
		this.audit.note("anna", "<script>alert(1)</script>", this.about,
				Map.of("reason", "<b>bold</b>", "because", List.of("it costs", "it is large")));

		String page = Visitor.at(this.port)
			.signedInAs("viewer")
			.get("/audit?about=" + this.about.replace(' ', '+'))
			.body();

		assertThat(page)
			.contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;bold&lt;/b&gt;", ">it costs, it is large<")
			.doesNotContain("<script>alert", "<b>bold", " ago<");
	}

	@Test
	void programsReadTheSame() {
		this.audit.note("anna", "replay approved", this.about, Map.of("records", 12));

		String answer = Visitor.at(this.port)
			.call("GET", "/api/audit?about=" + this.about.replace(' ', '+'), "viewer", passwordOf("viewer"), "")
			.body();

		assertThat(answer).contains("\"who\":\"anna\"", "\"what\":\"replay approved\"", "\"records\":12");
	}

	@Test
	void aTimeBeyondTheCalendarIsRefusedInWords() {
		assertThat(Visitor.at(this.port)
			.call("GET", "/api/audit?from=%2B1000000000-12-31T23:59:59Z", "viewer", passwordOf("viewer"), "")
			.body()).contains("A time lies between 1970 and 9999.");
	}

	private List<AuditEntry> found(String about) {
		return this.entries.find(new AuditSearch(null, null, about, null, null, null, null), 10);
	}

}
