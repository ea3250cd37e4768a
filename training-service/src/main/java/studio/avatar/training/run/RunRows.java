package studio.avatar.training.run;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RunRows extends Repository<RunRow, UUID> {

	RunRow save(RunRow run);

	Optional<RunRow> findById(UUID id);

	Optional<RunRow> findByIdAndUserId(UUID id, long userId);

	Optional<RunRow> findByAvatarIdAndStatusIn(UUID avatarId, Collection<RunRow.Status> statuses);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select r from RunRow r where r.id = :id")
	Optional<RunRow> lock(UUID id);

}
