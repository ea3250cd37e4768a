package studio.avatar.training.photo;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

interface PhotoRows extends Repository<Photo, UUID> {

	Photo save(Photo photo);

	void flush();

	Optional<Photo> findById(UUID id);

	int countByAvatarIdAndStatus(UUID avatarId, Photo.Status status);

	int countBySittingIdAndStatus(UUID sittingId, Photo.Status status);

	Optional<Photo> findFirstByAvatarIdOrderByReceivedAtDescPositionDesc(UUID avatarId);

	Optional<Photo> findFirstByAvatarIdAndStatusOrderByNumber(UUID avatarId, Photo.Status status);

	/** Accepted before refused, by the alphabet. */
	List<Photo> findByAvatarIdAndSha256AndStatusNotOrderByStatus(UUID avatarId, String sha256, Photo.Status status);

	List<Photo> findByAvatarIdAndStatusNot(UUID avatarId, Photo.Status status);

	List<Photo> findByAvatarIdAndStatusOrderByNumber(UUID avatarId, Photo.Status status);

	List<Photo> findBySittingIdOrderByPosition(UUID sittingId);

	List<Photo> findByBatchIdOrderByPosition(UUID batchId);

	void delete(Photo photo);

	void deleteByAvatarIdAndStatusNot(UUID avatarId, Photo.Status status);

}
