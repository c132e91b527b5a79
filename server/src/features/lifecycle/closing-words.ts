const words = (list: string): readonly string[] => list.split(", ");

/**
 * The words that close a design, by how it ends, in the languages of teams that were seen; of each the best first. Words
 * such as “deferred” or “deprecated” say something else, and are none of them.
 */
export const closing: Readonly<Record<"reject" | "withdraw" | "supersede", readonly string[]>> = {
  reject: [
    words("rejected, declined, refused, denied"),
    words("abgelehnt, verworfen, zurückgewiesen, rejeté, refusé, rechazado, rechazada"),
    words("rejeitado, rejeitada, recusado, rifiutato, rifiutata, respinto, afgewezen"),
    words("odrzucony, odrzucone, отклонено, отклонён, отклонен, 却下, 否決, 已拒绝, 拒绝"),
    words("已拒絕, 已否决, 거절됨, 반려"),
  ].flat(),
  withdraw: [
    words("withdrawn, retracted, abandoned, cancelled, canceled, dropped"),
    words("zurückgezogen, aufgegeben, abgebrochen, retiré, abandonné, annulé, retirado"),
    words("retirada, abandonado, cancelado, ritirato, ritirata, annullato, ingetrokken"),
    words("wycofany, wycofane, отозвано, отозван, отменено, 取り下げ, 撤回, 取下げ, 已撤回"),
    words("已取消, 철회됨, 취소됨"),
  ].flat(),
  supersede: [
    words("superseded, superceded, replaced, obsoleted, obsolete"),
    words("abgelöst, ersetzt, überholt, remplacé, remplacée, obsolète, reemplazado"),
    words("reemplazada, sustituido, substituído, substituída, sostituito, sostituita, superato"),
    words("vervangen, zastąpiony, zastąpione, заменено, заменён, 置き換え, 置換済み, 廃止"),
    words("已取代, 已替代, 대체됨"),
  ].flat(),
};
