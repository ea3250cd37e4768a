package studio.avatar.training.avatar;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AvatarRows extends Repository<Avatar, UUID> {

	Avatar save(Avatar avatar);

	void flush();

	Optional<Avatar> findByIdAndUserId(UUID id, long userId);

	Optional<Avatar> findByUserIdAndStatus(long userId, AvatarStatus status);

	Optional<Avatar> findByUserIdAndMainTrue(long userId);

	List<Avatar> findByUserIdAndStatusNotOrderByCreatedAtDescIdAsc(long userId, AvatarStatus status);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select a from Avatar a where a.id = :id")
	Optional<Avatar> lock(UUID id);

}
