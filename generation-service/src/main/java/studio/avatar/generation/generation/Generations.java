package studio.avatar.generation.generation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import org.springframework.stereotype.Component;

import studio.avatar.generation.generation.Generation.Requested;
import studio.avatar.generation.generation.GenerationRow.Status;

/** The generations there are. Used inside a transaction only. */
@Component
class Generations {

	private static final Set<Status> UNDER_WAY = Set.of(Status.REQUESTED, Status.HELD, Status.SUBMITTING,
			Status.SUBMITTED, Status.UNKNOWN);

	private final EntityManager rows;

	Generations(EntityManager rows) {
		this.rows = rows;
	}

	Optional<Generation> of(UUID id) {
		return Optional.ofNullable(this.rows.find(GenerationRow.class, id)).map(GenerationRow::state);
	}

	/** A generation of this person; empty for one that is somebody else's. */
	Optional<Generation> of(long userId, UUID id) {
		return of(id).filter((generation) -> generation.order().userId() == userId);
	}

	/** The generation, which nobody else moves until the transaction ends. */
	Optional<Generation> locked(UUID id) {
		return Optional.ofNullable(this.rows.find(GenerationRow.class, id, LockModeType.PESSIMISTIC_WRITE))
			.map(GenerationRow::state);
	}

	/** This person's generation, which nobody else moves until the transaction ends. */
	Optional<Generation> locked(long userId, UUID id) {
		return locked(id).filter((generation) -> generation.order().userId() == userId);
	}

	void add(Requested requested) {
		this.rows.persist(new GenerationRow(requested));
	}

	void save(Generation state) {
		this.rows.find(GenerationRow.class, state.id()).take(state);
	}

	/** How many of a person's generations have not ended. */
	int underWay(long userId) {
		return count("g.ordered.userId = :of", userId);
	}

	/** Whether a repetition of this generation has not ended. */
	boolean isBeingRepeated(UUID id) {
		return count("g.ordered.repeats = :of", id) > 0;
	}

	private int count(String which, Object of) {
		List<Long> counted = this.rows
			.createQuery("select count(g) from GenerationRow g where g.status in :underWay and " + which, Long.class)
			.setParameter("underWay", UNDER_WAY)
			.setParameter("of", of)
			.getResultList();
		return Math.toIntExact(counted.getFirst());
	}

}
