// A bot as somebody would write it who knows grammY and Telegram, and nothing of the simulator.
// TELEGRAM_API_URL and BOT_TOKEN say where to go; WEBHOOK_PORT makes it listen instead of asking.
import { createServer } from "node:http";
import { autoRetry } from "@grammyjs/auto-retry";
import { Bot, GrammyError, InlineKeyboard, InputFile, InputMediaBuilder, webhookCallback } from "grammy";

const api = process.env.TELEGRAM_API_URL;
const token = process.env.BOT_TOKEN;
const port = Number(process.env.WEBHOOK_PORT ?? 0);
const bot = new Bot(token, { client: { apiRoot: api } });
bot.api.config.use(autoRetry());

const DOT = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const download = async (ctx) => {
	const file = await ctx.getFile();
	const answer = await fetch(`${api}/file/bot${token}/${file.file_path}`);
	return Buffer.from(await answer.arrayBuffer());
};

/** The words of a refusal, as the library hands them on. */
const words = async (call) => {
	try {
		await call;
		return "no error";
	}
	catch (error) {
		return error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error);
	}
};

bot.command("start", (ctx) => ctx.reply(`Hello ${ctx.from.first_name}, you bring ${ctx.match || "nothing"}`, {
	reply_markup: new InlineKeyboard().text("Like", "like").url("Site", "https://example.org/").row().text("Same", "same"),
}));

bot.callbackQuery("like", async (ctx) => {
	await ctx.answerCallbackQuery({ text: "Liked", show_alert: true });
	await ctx.editMessageText("You like it", { reply_markup: new InlineKeyboard().text("Same", "same") });
});

bot.callbackQuery("same", async (ctx) => {
	await ctx.answerCallbackQuery();
	const said = await words(ctx.editMessageText(ctx.callbackQuery.message.text,
		{ reply_markup: ctx.callbackQuery.message.reply_markup }));
	await ctx.reply(said);
});

bot.command("style", (ctx) => ctx.reply("👩‍🎨 bold and code", {
	entities: [{ type: "bold", offset: 6, length: 4 }, { type: "code", offset: 15, length: 4 }],
}));

bot.command("html", (ctx) => ctx.reply("<b>bold</b> &amp; <i>italic</i>", { parse_mode: "HTML" }));

bot.command("album", (ctx) => ctx.replyWithMediaGroup([
	InputMediaBuilder.photo(new InputFile(DOT, "one.png"), { caption: "two of them" }),
	InputMediaBuilder.photo(new InputFile(DOT, "two.png")),
]));

bot.command("change", async (ctx) => {
	const sent = await ctx.replyWithPhoto(new InputFile(DOT, "dot.png"), { caption: "before" });
	await ctx.api.editMessageCaption(ctx.chat.id, sent.message_id, { caption: "after" });
	await ctx.api.editMessageMedia(ctx.chat.id, sent.message_id,
		InputMediaBuilder.photo(sent.photo.at(-1).file_id, { caption: "another" }));
});

bot.command("vanish", async (ctx) => {
	await ctx.replyWithChatAction("typing");
	const sent = await ctx.reply("now you see me");
	await ctx.api.deleteMessage(ctx.chat.id, sent.message_id);
	await ctx.reply(await words(ctx.api.deleteMessage(ctx.chat.id, sent.message_id)));
});

bot.command("wrong", async (ctx) => ctx.reply([
	await words(ctx.api.sendMessage(987654321, "hello?")),
	await words(ctx.reply("")),
	await words(ctx.api.editMessageText(ctx.chat.id, 999999, "a")),
	await words(ctx.api.answerCallbackQuery("123")),
	await words(ctx.api.getFile("nonsense")),
	await words(ctx.api.raw.sendPhoto({ chat_id: ctx.chat.id, photo: "nonsense" })),
].join("\n")));

bot.command("commands", async (ctx) => {
	await ctx.api.setMyCommands([{ command: "start", description: "Begin" }, { command: "album", description: "Two" }]);
	const known = await ctx.api.getMyCommands();
	await ctx.reply(known.map((one) => `/${one.command} ${one.description}`).join(", "));
});

bot.command("buy", (ctx) => ctx.replyWithInvoice("Cookie", "A sweet thing", "cookie-1", "XTR",
	[{ label: "Cookie", amount: 7 }]));

bot.on("pre_checkout_query", (ctx) => ctx.answerPreCheckoutQuery(ctx.preCheckoutQuery.invoice_payload === "cookie-1"));

bot.on("message:successful_payment", async (ctx) => {
	const paid = ctx.message.successful_payment;
	await ctx.reply(`Paid ${paid.total_amount} ${paid.currency} for ${paid.invoice_payload}`);
	const charge = paid.telegram_payment_charge_id;
	const before = await ctx.api.getStarTransactions();
	await ctx.api.refundStarPayment(ctx.from.id, charge);
	await ctx.reply(`Given back, transaction known: ${before.transactions.some((one) => one.id === charge)}`);
	await ctx.reply(await words(ctx.api.refundStarPayment(ctx.from.id, charge)));
});

bot.on("message:photo", async (ctx) => {
	if (ctx.message.media_group_id) {
		return ctx.reply(`part of an album: ${ctx.message.caption ?? "-"}`);
	}
	const content = await download(ctx);
	return ctx.replyWithPhoto(new InputFile(content, "back.jpg"), { caption: `${content.length} bytes` });
});

bot.on("message:document", async (ctx) => ctx.replyWithDocument(
	new InputFile(await download(ctx), `back-${ctx.message.document.file_name}`)));

bot.on("my_chat_member", (ctx) => console.log(`membership ${ctx.myChatMember.new_chat_member.status}`));

bot.on("message:text", (ctx) => ctx.reply(`You said: ${ctx.message.text}`));

bot.catch((failure) => console.log(`failed: ${failure.error}`));

if (port) {
	const secret = "stranger-secret-0123456789";
	const handle = webhookCallback(bot, "http", { secretToken: secret });
	createServer(handle).listen(port, "127.0.0.1", () => bot.api
		.setWebhook(`http://127.0.0.1:${port}/`, { secret_token: secret, max_connections: 5 })
		.then(() => console.log("ready")));
}
else {
	bot.start({ onStart: (me) => console.log(`ready as ${me.username}`) });
}
