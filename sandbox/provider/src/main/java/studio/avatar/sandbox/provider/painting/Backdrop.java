package studio.avatar.sandbox.provider.painting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A place for a picture. Words of the prompt choose it; without any, the seed does. */
enum Backdrop {

	// Order matters: the first place whose words occur is taken, so the particular ones
	// stand before the general.
	SNOW("snow|winter|christmas|new.year|ice|снег|зим|новогод", Outdoors::forest, Air::snow,
			Palette.of(0x16324f, 0xbcd7ea, 0x6f93ad, 0xe9f2f8, 0xfff6dc),
			Palette.of(0x2b2350, 0xd8b4c8, 0x7c6fa0, 0xf1e9f5, 0xffe6c7)),
	PARTY("party|birthday|celebrat|festive|праздник|день рожден", Indoors::poster, Air::confetti,
			Palette.of(0x3b0f5c, 0xd1407a, 0xff9e3d, 0x7a1f8a, 0xffd76b),
			Palette.of(0x0c2d57, 0x2d8fb5, 0xff7ab2, 0x14406b, 0xffe38a)),
	STAGE("concert|stage|singer|rock|guitar|musician|club|концерт|сцен|музык", Indoors::stage, Air::bokeh,
			Palette.of(0x0a0618, 0x2a0f3d, 0x2fd0ff, 0xff3d9a, 0xffc84a),
			Palette.of(0x05101a, 0x112b3f, 0x8a5bff, 0x29e6a7, 0xff6a4a)),
	CAFE("coffee|café|cafe|restaurant|book|library|bar|кофе|кафе|ресторан|книг", Indoors::cafe, Air::bokeh,
			Palette.of(0x3a2417, 0x8a5a36, 0xa9744a, 0x2a180e, 0xffcf87),
			Palette.of(0x1f2f2a, 0x5b7a63, 0x8f6f4a, 0x14201c, 0xffdf9e)),
	GALLERY("gallery|museum|exhibition|artist|галере|музей|выставк|художник", Indoors::gallery, Air::clear,
			Palette.of(0xe9e4da, 0xb9ae9d, 0xd9603b, 0x2f6f8f, 0x2b2620),
			Palette.of(0xdfe6e8, 0xa3b3b8, 0xf0b429, 0x3c3f76, 0x243036)),
	OFFICE("office|business|meeting|presentation|suit|corporate|linkedin|ceo|manager|офис|делов|костюм|бизнес",
			Indoors::office, Air::clear, Palette.of(0x2b3a4a, 0x55677a, 0x8fb4d9, 0x24303d, 0xe6f1fb),
			Palette.of(0x3d332c, 0x7a6757, 0xf0c393, 0x2b231e, 0xfdf0dc)),
	SPACE("space|galaxy|astronaut|planet|stars|cosm|космо|планет|звёзд|звезд", Outdoors::space, Air::clear,
			Palette.of(0x060818, 0x1b1140, 0x5a2d9c, 0x1f6fb2, 0xf2c572),
			Palette.of(0x040d12, 0x0d2b3a, 0x0f8f8c, 0x7a2a6b, 0xe8e2ff)),
	SEA("sea|beach|ocean|coast|island|yacht|summer|surf|мор|пляж|океан|остров|лет", Outdoors::sea, Air::clear,
			Palette.of(0x2f8fd8, 0xbfe8f5, 0x1f86b8, 0x0e4f7a, 0xfff3c4),
			Palette.of(0x5b2a86, 0xff9a56, 0xd0557a, 0x3b1d5c, 0xffe29a)),
	TOWN("city|street|urban|night|neon|tokyo|new york|paris|cyber|город|улиц|ноч|неон", Outdoors::town, Air::bokeh,
			Palette.of(0x0b1030, 0x5b2f7a, 0x2a2a5a, 0x0c0c22, 0xffc46b),
			Palette.of(0x08202b, 0xd85b7a, 0x1d3f5a, 0x08131f, 0x7df3ff)),
	FOREST("forest|tree|park|garden|autumn|nature|лес|парк|сад|осен|природ", Outdoors::forest, Air::clear,
			Palette.of(0x7fb2a2, 0xf3e7b8, 0x5c8a5f, 0x16382a, 0xfff1b8),
			Palette.of(0xd98a4a, 0xfbe3b0, 0xb8622b, 0x4a2413, 0xfff0b5)),
	MOUNTAINS("mountain|snowboard|hik|alps|cliff|гор[аыуе ]|вершин", Outdoors::mountains, Air::clear,
			Palette.of(0x3f7fc4, 0xe3eef7, 0x8aa4c4, 0x2c3e5c, 0xffffff),
			Palette.of(0x3c2a63, 0xf6a878, 0x9a6a96, 0x2b1f45, 0xffe9c9)),
	RAIN("rain|storm|umbrella|дожд|зонт", Outdoors::town, Air::rain,
			Palette.of(0x1b2735, 0x5d7285, 0x33475a, 0x131c27, 0xffd27d),
			Palette.of(0x22282b, 0x7a8a80, 0x3d4f50, 0x14191b, 0xffb36b)),
	HILLS("field|desert|sunset|sunrise|dawn|golden|meadow|поле|пустын|закат|рассвет", Outdoors::hills, Air::clear,
			Palette.of(0xe2725b, 0xfbd38d, 0xd98b5f, 0x6b3a3a, 0xfff0c2),
			Palette.of(0x5aa9d6, 0xeaf6d8, 0xa7cf7a, 0x3f7a4a, 0xfffbe0)),
	STUDIO("studio|portrait|headshot|fashion|professional|студи|портрет", Indoors::studio, Air::clear,
			Palette.of(0x3f4a52, 0x232a30, 0x5d6b75, 0x15191d, 0xcfdae2),
			Palette.of(0x7a4a3f, 0x3a201c, 0x9c6a5a, 0x251310, 0xf2c9ae),
			Palette.of(0x2f5d62, 0x17312f, 0x5e8b7e, 0x0e1f1e, 0xdfeeea)),
	POSTER("poster|comic|pop.art|superhero|постер|комикс|геро", Indoors::poster, Air::clear,
			Palette.of(0xe4572e, 0xf3a712, 0x29335c, 0x29335c, 0xfff1d0),
			Palette.of(0x1b998b, 0x2d3047, 0xe84855, 0x2d3047, 0xfffd82));

	private final Pattern words;

	private final Consumer<Canvas> place;

	private final Consumer<Canvas> air;

	private final List<Palette> palettes;

	Backdrop(String words, Consumer<Canvas> place, Consumer<Canvas> air, Palette... palettes) {
		// At the beginning of a word, in both scripts: "bar" is not in "embark".
		this.words = Pattern.compile("(?<!\\p{L})(?:" + words + ")");
		this.place = place;
		this.air = air;
		this.palettes = List.of(palettes);
	}

	static Backdrop of(String words, SplittableRandom random) {
		Backdrop bySeed = values()[random.nextInt(values().length)];
		Optional<Backdrop> byWord = Arrays.stream(values())
			.filter((backdrop) -> backdrop.words.matcher(words).find())
			.findFirst();
		return byWord.orElse(bySeed);
	}

	Palette palette(SplittableRandom random) {
		return this.palettes.get(random.nextInt(this.palettes.size()));
	}

	void paint(Canvas canvas) {
		this.place.accept(canvas);
	}

	void paintAir(Canvas canvas) {
		this.air.accept(canvas);
	}

}
