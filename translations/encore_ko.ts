<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>SyncWords</name>
    <message>
        <source>works without a server</source>
        <translation>서버 없이 작동</translation>
    </message>
    <message>
        <source>locked: the passphrase of this desk is needed</source>
        <translation>잠김: 이 데스크의 암호 문구가 필요합니다</translation>
    </message>
    <message>
        <source>signed out: sign in on the Sync screen</source>
        <translation>로그아웃됨: 동기화 화면에서 로그인하세요</translation>
    </message>
    <message>
        <source>sync does not run</source>
        <translation>동기화가 멈춰 있음</translation>
    </message>
    <message>
        <source>no connection; synced %1</source>
        <translation>연결 없음 · %1에 동기화됨</translation>
    </message>
    <message>
        <source>no connection</source>
        <translation>연결 없음</translation>
    </message>
    <message>
        <source>fetching everything from the server</source>
        <translation>서버에서 전체를 가져오는 중</translation>
    </message>
    <message>
        <source>identical with the server at %1 (proven)</source>
        <translation>%1 서버와 동일함(증명됨)</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>%1 동기화됨</translation>
    </message>
    <message>
        <source>connecting to the server</source>
        <translation>서버에 연결하는 중</translation>
    </message>
    <message>
        <source>%1 need a decision</source>
        <translation>%1건 결정 필요</translation>
    </message>
    <message>
        <source>%1 change waiting</source>
        <translation>변경 %1건 대기</translation>
    </message>
    <message>
        <source>%1 changes waiting</source>
        <translation>변경 %1건 대기</translation>
    </message>
    <message>
        <source>%1 needs a decision</source>
        <translation>%1건 결정 필요</translation>
    </message>
    <message>
        <source>clock %1</source>
        <translation>시계 %1</translation>
    </message>
    <message>
        <source>the meeting point does not answer</source>
        <translation>모이는 곳의 데스크가 응답하지 않음</translation>
    </message>
    <message>
        <source>waiting for desks to meet here</source>
        <translation>이 네트워크에서 만날 데스크를 기다리는 중</translation>
    </message>
    <message>
        <source>meeting %1 desk here</source>
        <translation>여기서 데스크 %1대와 연결됨</translation>
    </message>
    <message>
        <source>meeting %1 desks here</source>
        <translation>여기서 데스크 %1대와 연결됨</translation>
    </message>
</context>
<context>
    <name>encore::ui::AccountModel</name>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Debits less credits</source>
        <translation>차변에서 대변을 뺀 금액</translation>
    </message>
</context>
<context>
    <name>encore::ui::AddressDialog</name>
    <message>
        <source>Where it goes</source>
        <translation>보낼 곳</translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation>받는 사람</translation>
    </message>
    <message>
        <source>The name on the parcel</source>
        <translation>상자에 적을 이름</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>전화번호</translation>
    </message>
    <message>
        <source>For the carrier; may be left out</source>
        <translation>택배사용, 비워도 됩니다</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>우편번호</translation>
    </message>
    <message>
        <source>As the country writes it</source>
        <translation>나라의 표기대로</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>국가</translation>
    </message>
    <message>
        <source>Its two letters, for example KR</source>
        <translation>두 글자, 예: KR</translation>
    </message>
    <message>
        <source>City</source>
        <translation>도시</translation>
    </message>
    <message>
        <source>Town or city</source>
        <translation>시·군</translation>
    </message>
    <message>
        <source>State or province</source>
        <translation>도·주</translation>
    </message>
    <message>
        <source>Where the country has them</source>
        <translation>있는 나라만</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>도로명과 번호</translation>
    </message>
    <message>
        <source>For example 세종대로 110</source>
        <translation>예: 세종대로 110</translation>
    </message>
    <message>
        <source>Flat, floor, company</source>
        <translation>동·호수, 회사</translation>
    </message>
    <message>
        <source>May be left out</source>
        <translation>비워도 됩니다</translation>
    </message>
    <message>
        <source>For whoever delivers it</source>
        <translation>배송 메모</translation>
    </message>
    <message>
        <source>For example: leave it at the door</source>
        <translation>예: 문 앞에 놓아 주세요</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Keeps the address with this pledge (Enter)</source>
        <translation>이 후원의 주소로 저장합니다 (Enter)</translation>
    </message>
</context>
<context>
    <name>encore::ui::ArrivalsModel</name>
    <message>
        <source>Minute</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>입장</translation>
    </message>
</context>
<context>
    <name>encore::ui::ArrivalsView</name>
    <message>
        <source>Nobody has come in during the last four hours.</source>
        <translation>최근 4시간 동안 입장한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>%1 came in; most at %2: %3 in a minute</source>
        <translation>%1명 입장 · 가장 많은 때 %2, 분당 %3명</translation>
    </message>
    <message>
        <source>Arrivals per minute</source>
        <translation>분당 입장 수</translation>
    </message>
    <message>
        <source>The numbers of the chart</source>
        <translation>차트의 수치</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>그래프 저장…</translation>
    </message>
    <message>
        <source>As a picture, for a letter or a talk</source>
        <translation>그림 파일로 저장합니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Nothing happens (Esc)</source>
        <translation>아무 일도 일어나지 않습니다 (Esc)</translation>
    </message>
    <message>
        <source>Does it (Enter)</source>
        <translation>실행합니다 (Enter)</translation>
    </message>
</context>
<context>
    <name>encore::ui::AskPanel</name>
    <message>
        <source>This ticket is not paid. Admit the guest all the same?</source>
        <translation>결제되지 않은 티켓입니다. 그래도 입장시킬까요?</translation>
    </message>
    <message>
        <source>It is full. A supervisor may admit the guest.</source>
        <translation>정원이 찼습니다. 관리자가 입장을 허용할 수 있습니다.</translation>
    </message>
    <message>
        <source>Ask the guest</source>
        <translation>관람객에게 확인해 주세요</translation>
    </message>
    <message>
        <source>Admit with these answers</source>
        <translation>이 답변으로 입장</translation>
    </message>
    <message>
        <source>Checks the answers and admits the guest (Enter)</source>
        <translation>답변을 확인하고 입장 처리합니다 (Enter)</translation>
    </message>
    <message>
        <source>Admit unpaid</source>
        <translation>미결제로 입장</translation>
    </message>
    <message>
        <source>Admits the guest; the ticket stays unpaid</source>
        <translation>입장 처리하며 티켓은 미결제로 남습니다</translation>
    </message>
    <message>
        <source>Supervisor override…</source>
        <translation>관리자 승인…</translation>
    </message>
    <message>
        <source>Admits the guest although it is full; needs the PIN</source>
        <translation>정원이 찼어도 입장시킵니다. PIN이 필요합니다</translation>
    </message>
    <message>
        <source>Let wait</source>
        <translation>대기시키기</translation>
    </message>
    <message>
        <source>Sets the guest aside and takes the next (F6)</source>
        <translation>잠시 대기시키고 다음 관람객을 받습니다 (F6)</translation>
    </message>
    <message>
        <source>Do not admit</source>
        <translation>입장 안 함</translation>
    </message>
    <message>
        <source>Ends this without admitting the guest</source>
        <translation>입장시키지 않고 끝냅니다</translation>
    </message>
    <message>
        <source>This ticket is not paid.</source>
        <translation>결제되지 않은 티켓입니다.</translation>
    </message>
    <message>
        <source>Take the money…</source>
        <translation>수납…</translation>
    </message>
    <message>
        <source>Takes what is open in cash and admits the guest; needs an open drawer</source>
        <translation>남은 금액을 현금으로 받고 입장시킵니다. 현금 서랍이 열려 있어야 합니다</translation>
    </message>
    <message>
        <source>Of this group %1 may leave</source>
        <translation>이 단체에서 %1명이 나갈 수 있습니다</translation>
    </message>
    <message>
        <source>Of this group %1 more may come in</source>
        <translation>이 단체에서 %1명이 더 들어올 수 있습니다</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>한 명 더</translation>
    </message>
    <message>
        <source>Counts one more of the group, without holding the code up again</source>
        <translation>코드를 다시 대지 않고 단체에서 한 명을 더 셉니다</translation>
    </message>
    <message>
        <source>All the rest (%1)</source>
        <translation>나머지 모두(%1명)</translation>
    </message>
    <message>
        <source>Counts everybody of the group who is still missing, or nobody</source>
        <translation>아직 오지 않은 단체 인원을 모두 세거나, 아무도 세지 않습니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::BackerModel</name>
    <message>
        <source>Backer</source>
        <translation>후원자</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Pledge</source>
        <translation>후원</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Pledged at</source>
        <translation>후원 시각</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
</context>
<context>
    <name>encore::ui::BackersTab</name>
    <message>
        <source>Find backers</source>
        <translation>후원자 찾기</translation>
    </message>
    <message>
        <source>Words of the name or e-mail, or the pledge&apos;s number</source>
        <translation>이름이나 이메일의 낱말, 또는 후원 번호</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Shows only pledges in this state</source>
        <translation>이 상태의 후원만 보여 줍니다</translation>
    </message>
    <message>
        <source>Refund this pledge…</source>
        <translation>이 후원 환불…</translation>
    </message>
    <message>
        <source>Gives one backer their money back</source>
        <translation>후원자 한 명에게 돈을 돌려줍니다</translation>
    </message>
    <message>
        <source>Name, e-mail, number</source>
        <translation>이름, 이메일, 번호</translation>
    </message>
    <message>
        <source>Backers</source>
        <translation>후원자</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>No pledge fits. Shorten the words, or show all states.</source>
        <translation>맞는 후원이 없습니다. 낱말을 줄이거나 모든 상태를 보세요.</translation>
    </message>
    <message>
        <source>Nobody has pledged yet.</source>
        <translation>아직 후원한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Refund this pledge?</source>
        <translation>이 후원을 환불할까요?</translation>
    </message>
    <message>
        <source>%1 goes back to %2 the way it came. What was taken of the rewards can be chosen again.</source>
        <translation>%1이(가) 받은 방법 그대로 %2님에게 돌아갑니다. 선택했던 리워드는 다시 선택할 수 있습니다.</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Stands in the history</source>
        <translation>이력에 남습니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::BasketView</name>
    <message>
        <source>This sale</source>
        <translation>이번 판매</translation>
    </message>
    <message>
        <source>Choose what is sold on the left.</source>
        <translation>왼쪽에서 판매할 것을 고르세요.</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>받을 금액</translation>
    </message>
    <message>
        <source>Buyer&apos;s name</source>
        <translation>구매자 이름</translation>
    </message>
    <message>
        <source>Stands on the tickets; may be left out</source>
        <translation>티켓에 표시됩니다. 비워 두어도 됩니다</translation>
    </message>
    <message>
        <source>Buyer&apos;s e-mail</source>
        <translation>구매자 이메일</translation>
    </message>
    <message>
        <source>Tickets are sent there, and coupons are found by it</source>
        <translation>티켓을 보내고 쿠폰을 찾는 데 씁니다</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>The buyer&apos;s best coupon is chosen; another one can be</source>
        <translation>가장 좋은 쿠폰이 선택됩니다. 다른 것을 골라도 됩니다</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Takes cash and says the change</source>
        <translation>현금을 받고 거스름돈을 알려 줍니다</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Asks the card terminal</source>
        <translation>카드 단말기에 요청합니다</translation>
    </message>
    <message>
        <source>Another way</source>
        <translation>다른 방법</translation>
    </message>
    <message>
        <source>Transfer, pay later, free of charge</source>
        <translation>계좌이체, 나중에 결제, 무료</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Gives this sale up; what it held can be sold again</source>
        <translation>이번 판매를 그만둡니다. 잡아 둔 것은 다시 팔 수 있습니다</translation>
    </message>
    <message>
        <source>Buyer&apos;s name (if wanted)</source>
        <translation>구매자 이름(선택)</translation>
    </message>
    <message>
        <source>E-mail (for coupons and tickets)</source>
        <translation>이메일(쿠폰과 티켓용)</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>계좌이체</translation>
    </message>
    <message>
        <source>Reserve, pay later</source>
        <translation>예약하고 나중에 결제</translation>
    </message>
    <message>
        <source>Free of charge…</source>
        <translation>무료로 제공…</translation>
    </message>
    <message>
        <source>One less: %1</source>
        <translation>하나 빼기: %1</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>하나 빼기</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>하나 더하기: %1</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>하나 더하기</translation>
    </message>
    <message>
        <source>No coupon</source>
        <translation>쿠폰 없음</translation>
    </message>
    <message>
        <source>One ticket for the group</source>
        <translation>단체 티켓 한 장으로</translation>
    </message>
    <message>
        <source>All come in by the same code, one after another; the door counts them</source>
        <translation>모두 같은 코드로 차례로 입장하며, 입구에서 인원을 셉니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::BoxOfficePage</name>
    <message>
        <source>Box office</source>
        <translation>매표소</translation>
    </message>
    <message>
        <source>The terminal is being asked. The buyer puts the card in or holds it to the reader.</source>
        <translation>단말기에 요청하는 중입니다. 구매자가 카드를 꽂거나 갖다 댑니다.</translation>
    </message>
    <message>
        <source>Give this sale up</source>
        <translation>이 판매 그만두기</translation>
    </message>
    <message>
        <source>What the card still pays goes back by itself</source>
        <translation>그래도 카드로 결제된 금액은 자동으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Next sale</source>
        <translation>다음 판매</translation>
    </message>
    <message>
        <source>Begins anew (Enter)</source>
        <translation>새로 시작합니다 (Enter)</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>주문 보기</translation>
    </message>
    <message>
        <source>Lines, payments, tickets, refunds</source>
        <translation>항목, 결제, 티켓, 환불</translation>
    </message>
    <message>
        <source>Close the day…</source>
        <translation>영업 마감…</translation>
    </message>
    <message>
        <source>Open the day…</source>
        <translation>영업 시작…</translation>
    </message>
    <message>
        <source>Counts the cash drawer</source>
        <translation>현금 서랍을 셉니다</translation>
    </message>
    <message>
        <source>Opens the cash drawer with its change</source>
        <translation>거스름돈을 넣고 현금 서랍을 엽니다</translation>
    </message>
    <message>
        <source>Drawer open since %1</source>
        <translation>%1부터 서랍이 열려 있습니다</translation>
    </message>
    <message>
        <source>The drawer is closed: no cash can be taken</source>
        <translation>서랍이 닫혀 있어 현금을 받을 수 없습니다</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>예약됨</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>판매 완료</translation>
    </message>
    <message>
        <source>Still to be paid</source>
        <translation>아직 받지 않은 금액</translation>
    </message>
    <message>
        <source>Change to hand back</source>
        <translation>거슬러 줄 금액</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>무료로 제공</translation>
    </message>
    <message>
        <source>The tickets are issued at once, and nothing is paid. The reason stands in the order.</source>
        <translation>티켓이 바로 발급되고 아무것도 내지 않습니다. 이유는 주문에 남습니다.</translation>
    </message>
    <message>
        <source>Give it away</source>
        <translation>무료로 제공하기</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>For example press, crew, prize</source>
        <translation>예: 기자, 스태프, 경품</translation>
    </message>
    <message>
        <source>Guest list</source>
        <translation>초대 명단</translation>
    </message>
    <message>
        <source>Whose guests they are; may be left out</source>
        <translation>누구의 손님인지 적습니다. 비워 두어도 됩니다</translation>
    </message>
    <message>
        <source>Tickets…</source>
        <translation>티켓…</translation>
    </message>
    <message>
        <source>Shows, prints or saves the tickets and the receipt</source>
        <translation>티켓과 영수증을 보여 주고 인쇄하거나 저장합니다</translation>
    </message>
    <message>
        <source>Import guests</source>
        <translation>초대 손님 가져오기</translation>
    </message>
    <message>
        <source>Everybody in the table gets free tickets of “%1”.</source>
        <translation>표에 있는 모든 사람이 ‘%1’ 무료 티켓을 받습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::BundleDialog</name>
    <message>
        <source>Importing %1</source>
        <translation>%1 가져오는 중</translation>
    </message>
    <message>
        <source>Making invented data</source>
        <translation>가상 데이터를 만드는 중</translation>
    </message>
    <message>
        <source>Exporting to %1</source>
        <translation>%1(으)로 내보내는 중</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>멈추는 중…</translation>
    </message>
    <message>
        <source>The file appears when it is whole.</source>
        <translation>파일은 모두 쓴 다음에 생깁니다.</translation>
    </message>
    <message>
        <source>Nothing changes until all of it has been read.</source>
        <translation>전부 읽기 전에는 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Stops; nothing is changed (Esc)</source>
        <translation>멈추며 아무것도 바뀌지 않습니다 (Esc)</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>창을 닫습니다 (Esc)</translation>
    </message>
</context>
<context>
    <name>encore::ui::CameraCorner</name>
    <message>
        <source>Camera picture</source>
        <translation>카메라 화면</translation>
    </message>
    <message>
        <source>Makes the camera picture large or small (Space)</source>
        <translation>카메라 화면을 크게 또는 작게 합니다 (스페이스)</translation>
    </message>
</context>
<context>
    <name>encore::ui::CameraPreview</name>
    <message>
        <source>No picture yet</source>
        <translation>아직 화면이 없습니다</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>카메라 화면</translation>
    </message>
    <message>
        <source>Hold the code in the middle of the picture.</source>
        <translation>코드를 화면 가운데에 맞춰 주세요.</translation>
    </message>
</context>
<context>
    <name>encore::ui::CameraSource</name>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
</context>
<context>
    <name>encore::ui::CampaignCardModel</name>
    <message>
        <source>over</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>Minutes left: %1</source>
        <translation>%1분 남음</translation>
    </message>
    <message>
        <source>Hours left: %1</source>
        <translation>%1시간 남음</translation>
    </message>
    <message>
        <source>Days left: %1</source>
        <translation>%1일 남음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>목표 %1</translation>
    </message>
    <message>
        <source>Backers: %1</source>
        <translation>후원자 %1명</translation>
    </message>
</context>
<context>
    <name>encore::ui::CampaignView</name>
    <message>
        <source>Send it back to its author?</source>
        <translation>작성자에게 돌려보낼까요?</translation>
    </message>
    <message>
        <source>It becomes a draft again; the author reads the reasons.</source>
        <translation>다시 초안이 되고 작성자가 이유를 읽습니다.</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>돌려보내기</translation>
    </message>
    <message>
        <source>Suspend this campaign?</source>
        <translation>이 캠페인을 중단할까요?</translation>
    </message>
    <message>
        <source>Nobody can pledge meanwhile. Its end does not wait.</source>
        <translation>그동안 아무도 후원할 수 없습니다. 마감 시각은 그대로입니다.</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Call this campaign off?</source>
        <translation>이 캠페인을 취소할까요?</translation>
    </message>
    <message>
        <source>Every backer gets all of their money back. This cannot be taken back.</source>
        <translation>모든 후원자에게 전액 환불됩니다. 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>캠페인 취소</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>모든 캠페인</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>목록으로 돌아갑니다</translation>
    </message>
    <message>
        <source>Send to review</source>
        <translation>심사 요청</translation>
    </message>
    <message>
        <source>A reviewer looks at it; it goes live at its beginning</source>
        <translation>심사자가 살펴본 뒤 시작 시각에 공개됩니다</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>It goes live at its beginning</source>
        <translation>시작 시각에 공개됩니다</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>돌려보내기…</translation>
    </message>
    <message>
        <source>With the reasons, to its author</source>
        <translation>이유와 함께 작성자에게 돌려보냅니다</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>중단…</translation>
    </message>
    <message>
        <source>Nobody can pledge meanwhile</source>
        <translation>그동안 아무도 후원할 수 없습니다</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>재개</translation>
    </message>
    <message>
        <source>Lets backers pledge again</source>
        <translation>다시 후원을 받습니다</translation>
    </message>
    <message>
        <source>Call off…</source>
        <translation>취소하기…</translation>
    </message>
    <message>
        <source>Ends it; everybody gets their money back</source>
        <translation>캠페인을 끝내고 모두에게 환불합니다</translation>
    </message>
    <message>
        <source>Show me where</source>
        <translation>어디인지 보기</translation>
    </message>
    <message>
        <source>Goes to what is missing first</source>
        <translation>빠진 첫 항목으로 갑니다</translation>
    </message>
    <message>
        <source>Parts of the campaign</source>
        <translation>캠페인의 각 부분</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>소개</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>리워드</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>소식</translation>
    </message>
    <message>
        <source>Backers</source>
        <translation>후원자</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Without a title</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Approve this campaign?</source>
        <translation>이 캠페인을 승인할까요?</translation>
    </message>
    <message>
        <source>Goal, end and fees are fixed once it is live. Whoever wrote it may not approve it.</source>
        <translation>공개되면 목표, 마감, 수수료가 고정됩니다. 작성자는 승인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>심사자</translation>
    </message>
    <message>
        <source>Your name; not the author&apos;s</source>
        <translation>이름을 적어 주세요. 작성자는 안 됩니다</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Stands in the campaign&apos;s history</source>
        <translation>캠페인 이력에 남습니다</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>발송</translation>
    </message>
</context>
<context>
    <name>encore::ui::CampaignsPage</name>
    <message>
        <source>Campaigns</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>New campaign…</source>
        <translation>새 캠페인…</translation>
    </message>
    <message>
        <source>Begins a draft; nothing is public before a review</source>
        <translation>초안을 시작합니다. 심사 전에는 공개되지 않습니다</translation>
    </message>
    <message>
        <source>Choose one with the arrow keys, then Enter</source>
        <translation>화살표 키로 고르고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>There are no campaigns yet. Begin one: a title is enough, everything else can wait.</source>
        <translation>아직 캠페인이 없습니다. 새로 시작해 보세요. 제목만 있으면 됩니다.</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>저장하지 않고 나갈까요?</translation>
    </message>
    <message>
        <source>What you typed and did not save is lost.</source>
        <translation>입력하고 저장하지 않은 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>나가기</translation>
    </message>
    <message>
        <source>A new campaign</source>
        <translation>새 캠페인</translation>
    </message>
    <message>
        <source>It begins as a draft that nobody else sees.</source>
        <translation>다른 사람에게 보이지 않는 초안으로 시작합니다.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>What the campaign is called; it can be changed</source>
        <translation>캠페인 이름입니다. 바꿀 수 있습니다</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>Who writes it, and so may not review it</source>
        <translation>작성하는 사람입니다. 심사할 수 없습니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::CashView</name>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>To take</source>
        <translation>받을 금액</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>받은 금액</translation>
    </message>
    <message>
        <source>What the buyer gave; empty means exactly the amount</source>
        <translation>구매자가 낸 금액입니다. 비워 두면 정확한 금액입니다</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>현금 받기</translation>
    </message>
    <message>
        <source>Books the sale (Enter)</source>
        <translation>판매를 기록합니다 (Enter)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Back to the sale (Esc)</source>
        <translation>판매로 돌아갑니다 (Esc)</translation>
    </message>
    <message>
        <source>%1, rounded down to coins that exist</source>
        <translation>%1에서 10원 미만을 뺀 금액입니다</translation>
    </message>
    <message>
        <source>Handed over: %1</source>
        <translation>받은 금액: %1</translation>
    </message>
    <message>
        <source>This much was handed over</source>
        <translation>이만큼 받았습니다</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>거스름돈</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>모자라는 금액</translation>
    </message>
</context>
<context>
    <name>encore::ui::ChangeModel</name>
    <message>
        <source>in doubt</source>
        <translation>불확실</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>the server has it</source>
        <translation>서버 도착</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>in conflict</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>한 일</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
</context>
<context>
    <name>encore::ui::ChangeView</name>
    <message>
        <source>I have seen to it</source>
        <translation>처리했습니다</translation>
    </message>
    <message>
        <source>Takes it off this list; what became of it stays written down</source>
        <translation>목록에서 뺍니다. 결과는 기록에 남습니다</translation>
    </message>
    <message>
        <source>Do so</source>
        <translation>이대로 하기</translation>
    </message>
    <message>
        <source>Ends the conflict as chosen above</source>
        <translation>위에서 고른 대로 충돌을 끝냅니다</translation>
    </message>
    <message>
        <source>as done here</source>
        <translation>여기 값으로</translation>
    </message>
    <message>
        <source>as at the server</source>
        <translation>서버 값으로</translation>
    </message>
    <message>
        <source>Goes to the server as a new change</source>
        <translation>새 변경으로 서버에 보냅니다</translation>
    </message>
    <message>
        <source>Stays as the server says</source>
        <translation>서버의 값을 그대로 둡니다</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>원래 값</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>여기</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Do it all the same</source>
        <translation>그래도 하기</translation>
    </message>
    <message>
        <source>Leave it as the server says</source>
        <translation>서버의 값대로 두기</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>It waits for the server, but cannot be done here any more; the server will judge.</source>
        <translation>서버를 기다리고 있지만 여기서는 더 이상 할 수 없습니다. 서버가 판단합니다.</translation>
    </message>
    <message>
        <source>It has taken effect here and waits for the server.</source>
        <translation>여기에는 반영되었고 서버를 기다립니다.</translation>
    </message>
    <message>
        <source>The server has done it; what it wrote has not come back yet.</source>
        <translation>서버가 처리했지만 그 결과가 아직 돌아오지 않았습니다.</translation>
    </message>
    <message>
        <source>Somebody else changed the same. Nothing of this change stands, until you decide.</source>
        <translation>다른 사람이 같은 항목을 바꿨습니다. 결정할 때까지 이 변경은 반영되지 않습니다.</translation>
    </message>
    <message>
        <source>The server refused it. It has no effect, here or there.</source>
        <translation>서버가 거부했습니다. 여기에도 서버에도 반영되지 않았습니다.</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>이유: %1</translation>
    </message>
    <message>
        <source>The sale never came to be: its seats are free, and codes that were printed for it are refused at every door. Money that was taken has to be handed back.</source>
        <translation>판매가 이루어지지 않았습니다. 좌석은 비어 있고 인쇄한 코드는 모든 입구에서 거부됩니다. 받은 돈은 돌려주어야 합니다.</translation>
    </message>
    <message>
        <source>The pledge never came to be: nothing is charged, and its rewards are free.</source>
        <translation>후원이 이루어지지 않았습니다. 청구되는 금액은 없고 리워드는 다시 남습니다.</translation>
    </message>
    <message>
        <source>No money and no seat has moved.</source>
        <translation>돈도 좌석도 움직이지 않았습니다.</translation>
    </message>
    <message>
        <source>What is “as done here” goes to the server as a new change; the rest stays as the server says.</source>
        <translation>‘여기 값으로’ 고른 항목은 새 변경으로 서버에 보내고, 나머지는 서버의 값을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>A price counts from now on: what was sold keeps its price.</source>
        <translation>가격은 지금부터 적용됩니다. 이미 판매된 것은 그 가격을 유지합니다.</translation>
    </message>
    <message>
        <source>Nobody loses a place: a limit below what is taken is refused.</source>
        <translation>자리를 잃는 사람은 없습니다. 이미 나간 수량보다 적은 한도는 거부됩니다.</translation>
    </message>
    <message>
        <source>Tickets stay good for the new time.</source>
        <translation>티켓은 새 시간에도 유효합니다.</translation>
    </message>
    <message>
        <source>Choose a change to see how it stands.</source>
        <translation>변경을 고르면 상태가 보입니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::ChartWords</name>
    <message>
        <source>Save the chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 이미지 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 그림 (*.svg)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
</context>
<context>
    <name>encore::ui::ClosingTab</name>
    <message>
        <source>What if …</source>
        <translation>만약에 …</translation>
    </message>
    <message>
        <source>… the goal were</source>
        <translation>… 목표가 이렇다면</translation>
    </message>
    <message>
        <source>An amount; the campaign&apos;s own goal stays</source>
        <translation>금액을 적으세요. 캠페인의 목표는 그대로입니다</translation>
    </message>
    <message>
        <source>… the platform took (%)</source>
        <translation>… 플랫폼 수수료(%)</translation>
    </message>
    <message>
        <source>For example 5 or 4.5; VAT comes on top</source>
        <translation>예: 5 또는 4.5. 부가세는 별도입니다</translation>
    </message>
    <message>
        <source>… the provider took (%)</source>
        <translation>… 결제사 수수료(%)</translation>
    </message>
    <message>
        <source>For example 3 or 2.75; VAT comes on top</source>
        <translation>예: 3 또는 2.75. 부가세는 별도입니다</translation>
    </message>
    <message>
        <source>… this had to reach the goal</source>
        <translation>… 목표를 넘어야 하는 것</translation>
    </message>
    <message>
        <source>What counts when it is decided</source>
        <translation>결정할 때 세는 것</translation>
    </message>
    <message>
        <source>The campaign&apos;s own terms</source>
        <translation>캠페인의 원래 조건</translation>
    </message>
    <message>
        <source>Shows the plan that can be carried out</source>
        <translation>실행할 수 있는 계획을 보여 줍니다</translation>
    </message>
    <message>
        <source>Close by this plan…</source>
        <translation>이 계획대로 마감…</translation>
    </message>
    <message>
        <source>Does exactly what stands above; possible from the end on</source>
        <translation>위에 적힌 그대로 실행합니다. 마감 시각부터 가능합니다</translation>
    </message>
    <message>
        <source>what is pledged at the end</source>
        <translation>마감 때 약정된 금액</translation>
    </message>
    <message>
        <source>what is collected in the days after</source>
        <translation>그 뒤 며칠 동안 수납된 금액</translation>
    </message>
    <message>
        <source>A fee is a percentage from 0 to 100, for example 4.5.</source>
        <translation>수수료는 0에서 100까지의 백분율입니다. 예: 4.5</translation>
    </message>
    <message>
        <source>There is no plan yet</source>
        <translation>아직 계획이 없습니다</translation>
    </message>
    <message>
        <source>The goal is reached: it is funded</source>
        <translation>목표 달성: 펀딩이 성공합니다</translation>
    </message>
    <message>
        <source>The goal is missed: everybody gets their money back</source>
        <translation>목표 미달: 모두에게 환불됩니다</translation>
    </message>
    <message>
        <source>The goal is reached in promises: they are charged now</source>
        <translation>약정으로 목표 달성: 이제 결제를 시작합니다</translation>
    </message>
    <message>
        <source>It is called off: everybody gets their money back</source>
        <translation>취소됨: 모두에게 환불됩니다</translation>
    </message>
    <message>
        <source>With other terms than the campaign&apos;s own; this plan can be looked at and not be carried out.</source>
        <translation>캠페인의 원래 조건과 다릅니다. 볼 수만 있고 실행할 수 없는 계획입니다.</translation>
    </message>
    <message>
        <source>If it ended now. It can be closed from its end on.</source>
        <translation>지금 끝난다면 이렇게 됩니다. 마감 시각부터 마감할 수 있습니다.</translation>
    </message>
    <message>
        <source>As it stands now.</source>
        <translation>지금 상태 그대로입니다.</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>인정되는 금액</translation>
    </message>
    <message>
        <source>Pledges that stand</source>
        <translation>유지되는 후원</translation>
    </message>
    <message>
        <source>Pledges that are charged now</source>
        <translation>지금 결제할 후원</translation>
    </message>
    <message>
        <source>Pledges refunded (%1)</source>
        <translation>환불할 후원(%1건)</translation>
    </message>
    <message>
        <source>Pledges that were never paid, or not known yet</source>
        <translation>결제되지 않았거나 아직 모르는 후원</translation>
    </message>
    <message>
        <source>Platform fee, with VAT</source>
        <translation>플랫폼 수수료(부가세 포함)</translation>
    </message>
    <message>
        <source>Provider fee, with VAT</source>
        <translation>결제사 수수료(부가세 포함)</translation>
    </message>
    <message>
        <source>Paid out to the musician</source>
        <translation>음악인에게 지급</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>계획 %1</translation>
    </message>
    <message>
        <source>Close this campaign?</source>
        <translation>이 캠페인을 마감할까요?</translation>
    </message>
    <message>
        <source>It is done exactly as the plan says, and cannot be taken back.</source>
        <translation>계획에 적힌 그대로 실행되며 되돌릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>마감하기</translation>
    </message>
</context>
<context>
    <name>encore::ui::CodeDialog</name>
    <message>
        <source>Let a device in</source>
        <translation>기기 등록</translation>
    </message>
    <message>
        <source>The code works once, for a quarter of an hour. At the new desk: Sync, Connect to a server, and scan or type it there.</source>
        <translation>코드는 15분 동안 한 번만 쓸 수 있습니다. 새 데스크에서 동기화 &gt; 서버에 연결을 열고 스캔하거나 입력하세요.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>What may be done at that device</source>
        <translation>그 기기에서 할 수 있는 일</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>To be pasted into the new desk&apos;s sign-in</source>
        <translation>새 데스크의 로그인 창에 붙여 넣습니다</translation>
    </message>
    <message>
        <source>Make a code</source>
        <translation>코드 만들기</translation>
    </message>
    <message>
        <source>Asks the server for a code that works once</source>
        <translation>한 번만 쓸 수 있는 코드를 서버에 요청합니다</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>서버에 묻는 중 …</translation>
    </message>
    <message>
        <source>The code as a picture, to be scanned</source>
        <translation>스캔할 수 있는 코드 그림</translation>
    </message>
</context>
<context>
    <name>encore::ui::CommandPalette</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>A name, an order, a seat, a screen …</source>
        <translation>이름, 주문, 좌석, 화면 …</translation>
    </message>
    <message>
        <source>Search for people, orders, tickets, screens</source>
        <translation>사람, 주문, 티켓, 화면 검색</translation>
    </message>
    <message>
        <source>Type the beginnings of words; arrow keys choose, Enter opens</source>
        <translation>단어 앞부분을 입력하세요. 화살표 키로 고르고 Enter로 엽니다</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>검색 결과</translation>
    </message>
    <message>
        <source>Enter opens the chosen line</source>
        <translation>Enter로 고른 항목을 엽니다</translation>
    </message>
    <message>
        <source>Arrow keys choose, Enter opens, Esc closes.</source>
        <translation>화살표 키로 고르고, Enter로 열고, Esc로 닫습니다.</translation>
    </message>
    <message>
        <source>Nothing begins with these words.</source>
        <translation>이 말로 시작하는 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::CouponDialog</name>
    <message>
        <source>A new coupon</source>
        <translation>새 쿠폰</translation>
    </message>
    <message>
        <source>Change the coupon</source>
        <translation>쿠폰 바꾸기</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What people read on it</source>
        <translation>사람들이 읽는 이름</translation>
    </message>
    <message>
        <source>What it takes off</source>
        <translation>할인 방식</translation>
    </message>
    <message>
        <source>An amount, or a part of the sum</source>
        <translation>금액 또는 전체의 일부</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>For example 10,000; never more than the sum itself</source>
        <translation>예: 10,000. 전체 금액을 넘지 않습니다</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>백분율</translation>
    </message>
    <message>
        <source>1 to 100</source>
        <translation>1에서 100까지</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source>An amount; empty: no limit</source>
        <translation>금액을 적으세요. 비워 두면 제한이 없습니다</translation>
    </message>
    <message>
        <source>Spent at least</source>
        <translation>최소 구매 금액</translation>
    </message>
    <message>
        <source>Before the discount; empty: nothing</source>
        <translation>할인 전 금액입니다. 비워 두면 조건이 없습니다</translation>
    </message>
    <message>
        <source>How many there are</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Empty: as many as are wanted</source>
        <translation>비워 두면 원하는 만큼입니다</translation>
    </message>
    <message>
        <source>Uses for each person</source>
        <translation>1인당 사용 횟수</translation>
    </message>
    <message>
        <source>At least 1</source>
        <translation>1 이상</translation>
    </message>
    <message>
        <source>Can be used until</source>
        <translation>사용 기한</translation>
    </message>
    <message>
        <source>Year-month-day hour:minute; empty: for ever</source>
        <translation>년-월-일 시:분. 비워 두면 기한이 없습니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Writes the coupon (Enter)</source>
        <translation>쿠폰을 저장합니다 (Enter)</translation>
    </message>
    <message>
        <source>an amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>a percentage</source>
        <translation>백분율</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”은(는) 정수가 아닙니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::CouponModel</name>
    <message>
        <source>%1 %, at most %2</source>
        <translation>%1 %, 최대 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>can be used</source>
        <translation>사용 가능</translation>
    </message>
    <message>
        <source>Coupon</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Takes off</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>Spent at least</source>
        <translation>최소 구매 금액</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>encore::ui::CouponsPage</name>
    <message>
        <source>Coupons</source>
        <translation>쿠폰</translation>
    </message>
    <message>
        <source>Give to somebody…</source>
        <translation>발급하기…</translation>
    </message>
    <message>
        <source>One for each person, while there are some</source>
        <translation>남아 있는 동안 한 사람에 하나씩</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <source>What was sold with it stays as it was</source>
        <translation>이미 판매한 것은 그대로입니다</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>없애기</translation>
    </message>
    <message>
        <source>It can no longer be given or used; brought back the same way</source>
        <translation>더는 발급하거나 쓸 수 없습니다. 같은 방법으로 되살립니다</translation>
    </message>
    <message>
        <source>New coupon…</source>
        <translation>새 쿠폰…</translation>
    </message>
    <message>
        <source>Makes a coupon that people can have</source>
        <translation>사람들이 가질 쿠폰을 만듭니다</translation>
    </message>
    <message>
        <source>There are no coupons yet. Make one; at the box office the buyer&apos;s best one is offered by itself.</source>
        <translation>아직 쿠폰이 없습니다. 하나 만들면 매표소에서 구매자에게 가장 좋은 쿠폰이 자동으로 제시됩니다.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>되살리기</translation>
    </message>
    <message>
        <source>Give this coupon to somebody</source>
        <translation>이 쿠폰을 발급하기</translation>
    </message>
    <message>
        <source>“%1” is found by this e-mail at the box office.</source>
        <translation>매표소에서 이 이메일로 “%1”을(를) 찾습니다.</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>발급</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Of the person who gets it</source>
        <translation>쿠폰을 받을 사람의 이메일</translation>
    </message>
</context>
<context>
    <name>encore::ui::DataTable</name>
    <message>
        <source>Copy the chosen rows</source>
        <translation>선택한 행 복사</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>처음 상태로</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV로 저장</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Shows only rows with this text</source>
        <translation>이 글자가 있는 행만 표시합니다</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Columns, copying, saving</source>
        <translation>열, 복사, 저장</translation>
    </message>
    <message>
        <source>Collecting the rows: %1</source>
        <translation>행을 모으는 중: %1</translation>
    </message>
</context>
<context>
    <name>encore::ui::DeviceModel</name>
    <message>
        <source>shut out %1</source>
        <translation>%1 차단됨</translation>
    </message>
    <message>
        <source>let in</source>
        <translation>등록됨</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Let in by</source>
        <translation>등록한 사람</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Changes given</source>
        <translation>보낸 변경</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>encore::ui::DispatchDialog</name>
    <message>
        <source>Sent to %1</source>
        <translation>%1 님께 발송</translation>
    </message>
    <message>
        <source>How many left now; %L1 are open</source>
        <translation>지금 보낸 수량, 남은 수량 %L1개</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>택배사</translation>
    </message>
    <message>
        <source>For example 우체국택배; may be left out</source>
        <translation>예: 우체국택배, 비워도 됩니다</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>운송장 번호</translation>
    </message>
    <message>
        <source>The backer is told it; may be left out</source>
        <translation>후원자에게 알려 줍니다. 비워도 됩니다</translation>
    </message>
    <message>
        <source>A word to the backer</source>
        <translation>후원자에게 한마디</translation>
    </message>
    <message>
        <source>May be left out</source>
        <translation>비워도 됩니다</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>발송 처리</translation>
    </message>
    <message>
        <source>Writes it down and tells the backer (Enter)</source>
        <translation>기록하고 후원자에게 알립니다 (Enter)</translation>
    </message>
    <message>
        <source>What goes by post waits for an address.</source>
        <translation>우편으로 보낼 물품은 주소를 기다립니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::DoorListSheet</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>%2쪽 중 %1쪽</translation>
    </message>
    <message>
        <source>Printed %1. Write the time beside each tick.</source>
        <translation>%1 인쇄 · 표시할 때 시각을 함께 적어 주세요.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>관람객</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>권종</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>%1, not paid</source>
        <translation>%1, 미결제</translation>
    </message>
</context>
<context>
    <name>encore::ui::DoorListView</name>
    <message>
        <source>All performances</source>
        <translation>모든 공연</translation>
    </message>
    <message>
        <source>Door list</source>
        <translation>입장 명단</translation>
    </message>
    <message>
        <source>Door list: %1</source>
        <translation>입장 명단: %1</translation>
    </message>
    <message>
        <source>Putting the list together…</source>
        <translation>명단을 만드는 중입니다…</translation>
    </message>
    <message numerus="yes">
        <source>%n guest(s) on the list</source>
        <translation>
            <numerusform>명단에 %n명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Printed: %n page(s)</source>
        <translation>
            <numerusform>%n쪽을 인쇄했습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>The printer did not take the list. Try another, or save it as PDF.</source>
        <translation>프린터로 보낼 수 없습니다. 다른 프린터를 쓰거나 PDF로 저장해 주세요.</translation>
    </message>
    <message>
        <source>Save the door list</source>
        <translation>입장 명단 저장</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written. Choose another folder.</source>
        <translation>%1에 저장할 수 없습니다. 다른 폴더를 선택해 주세요.</translation>
    </message>
    <message>
        <source>A list on paper keeps the door going when a machine or the power fails.</source>
        <translation>기기나 전원에 문제가 생겨도 종이 명단으로 입장을 계속할 수 있습니다.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Performance of the door list</source>
        <translation>입장 명단의 공연</translation>
    </message>
    <message>
        <source>Whose guests stand on the list</source>
        <translation>명단에 실을 공연을 고릅니다</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Prints the door list (choose the printer next)</source>
        <translation>입장 명단을 인쇄합니다 (다음에 프린터 선택)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Writes the door list into a PDF file</source>
        <translation>입장 명단을 PDF 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Ticks made by pen are entered here later, each with the time that was written beside it.</source>
        <translation>펜으로 표시한 입장을 적어 둔 시각과 함께 나중에 입력합니다.</translation>
    </message>
    <message>
        <source>Enter paper ticks…</source>
        <translation>종이 명단 입력…</translation>
    </message>
    <message>
        <source>Enters who came in while the list was used</source>
        <translation>종이 명단을 쓰는 동안 입장한 사람을 입력합니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::DoorPage</name>
    <message>
        <source>An earlier scan: %1</source>
        <translation>앞선 스캔: %1</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인하는 중입니다…</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 읽는 중</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>입장</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Hold a ticket in front of the camera</source>
        <translation>카메라 앞에 티켓을 보여 주세요</translation>
    </message>
    <message>
        <source>Search by name, or type a code</source>
        <translation>이름으로 찾거나 코드를 입력해 주세요</translation>
    </message>
    <message>
        <source>Scan a ticket</source>
        <translation>티켓을 스캔해 주세요</translation>
    </message>
    <message>
        <source>Exit: %1</source>
        <translation>퇴장: %1</translation>
    </message>
    <message>
        <source>Look only: %1</source>
        <translation>조회 전용: %1</translation>
    </message>
    <message>
        <source>✓ Pictures and PDFs: drop them here, paste them (Ctrl+V) or open them (Ctrl+O)</source>
        <translation>✓ 이미지와 PDF: 여기에 끌어다 놓거나, 붙여넣거나(Ctrl+V), 열어 주세요(Ctrl+O)</translation>
    </message>
    <message>
        <source>Taken back. The ticket can be scanned again.</source>
        <translation>취소했습니다. 이 티켓은 다시 스캔할 수 있습니다.</translation>
    </message>
    <message>
        <source>Another ticket was scanned meanwhile. Scan the guest&apos;s ticket again.</source>
        <translation>그 사이 다른 티켓이 스캔되었습니다. 관람객의 티켓을 다시 스캔해 주세요.</translation>
    </message>
    <message>
        <source>Open a picture or PDF with tickets</source>
        <translation>티켓 이미지 또는 PDF 열기</translation>
    </message>
    <message>
        <source>Pictures and PDFs (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff *.pdf)</source>
        <translation>이미지와 PDF (*.png *.jpg *.jpeg *.bmp *.gif *.webp *.tif *.tiff *.pdf)</translation>
    </message>
    <message>
        <source>There is no picture and no code to paste.</source>
        <translation>붙여넣을 이미지나 코드가 없습니다.</translation>
    </message>
    <message>
        <source>Paid.</source>
        <translation>수납했습니다.</translation>
    </message>
    <message>
        <source>Paid. Change: %1</source>
        <translation>수납했습니다. 거스름돈: %1</translation>
    </message>
    <message>
        <source>Ticket %1 was let in twice: %2 at %3, and %4 at %5.</source>
        <translation>티켓 %1이(가) 두 번 입장했습니다: %2 %3, 그리고 %4 %5.</translation>
    </message>
</context>
<context>
    <name>encore::ui::DoorSettingsView</name>
    <message>
        <source>The system&apos;s camera</source>
        <translation>시스템 기본 카메라</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 (not connected)</source>
        <translation>%1 (연결 안 됨)</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Where this desk stands</source>
        <translation>이 데스크가 있는 게이트입니다</translation>
    </message>
    <message>
        <source>Performances</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Which performances are checked in at this desk</source>
        <translation>이 데스크에서 입장 처리할 공연입니다</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Hide names on the door screen</source>
        <translation>입장 화면에서 이름 숨기기</translation>
    </message>
    <message>
        <source>For screens that guests can see</source>
        <translation>관람객에게 보이는 화면에서 사용합니다</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Read codes with the camera</source>
        <translation>카메라로 코드 읽기</translation>
    </message>
    <message>
        <source>Switches the camera on or off</source>
        <translation>카메라를 켜거나 끕니다</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>카메라 선택</translation>
    </message>
    <message>
        <source>Which camera looks at the tickets</source>
        <translation>티켓을 읽을 카메라입니다</translation>
    </message>
    <message>
        <source>Mirror the picture</source>
        <translation>화면 좌우 반전</translation>
    </message>
    <message>
        <source>For a camera that faces the guest; reading is not affected</source>
        <translation>관람객 쪽을 보는 카메라에 사용합니다. 읽기에는 영향이 없습니다</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>조명</translation>
    </message>
    <message>
        <source>The lamp of the camera</source>
        <translation>카메라 조명을 켜거나 끕니다</translation>
    </message>
    <message>
        <source>Serial scanner</source>
        <translation>시리얼 스캐너</translation>
    </message>
    <message>
        <source>Port of the serial scanner</source>
        <translation>시리얼 스캐너 포트</translation>
    </message>
    <message>
        <source>The port the scanner is plugged into</source>
        <translation>스캐너가 연결된 포트입니다</translation>
    </message>
    <message>
        <source>Speed of the serial scanner</source>
        <translation>시리얼 스캐너 속도</translation>
    </message>
    <message>
        <source>Bits per second, as the scanner&apos;s manual says</source>
        <translation>초당 비트 수입니다. 스캐너 설명서를 확인해 주세요</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>음소거</translation>
    </message>
    <message>
        <source>No sounds and no speech</source>
        <translation>소리와 음성을 모두 끕니다</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>음량</translation>
    </message>
    <message>
        <source>How loud the sounds are</source>
        <translation>소리의 크기입니다</translation>
    </message>
    <message>
        <source>Say the verdict aloud</source>
        <translation>결과를 음성으로 안내</translation>
    </message>
    <message>
        <source>Speaks the word and the name, where the system has a voice</source>
        <translation>시스템 음성이 있으면 결과와 이름을 읽어 줍니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::DoorWords</name>
    <message>
        <source>GO</source>
        <translation>입장</translation>
    </message>
    <message>
        <source>ASK</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>HELP DESK</source>
        <translation>안내데스크</translation>
    </message>
    <message>
        <source>STOP</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>ALREADY</source>
        <translation>이미 입장</translation>
    </message>
    <message>
        <source>VALID</source>
        <translation>유효</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>퇴장</translation>
    </message>
    <message>
        <source>Unknown code</source>
        <translation>등록되지 않은 코드</translation>
    </message>
    <message>
        <source>Several tickets have this code</source>
        <translation>같은 코드의 티켓이 여러 장</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>Revoked: there is a newer ticket</source>
        <translation>무효: 재발급된 티켓 있음</translation>
    </message>
    <message>
        <source>Order not approved yet</source>
        <translation>주문 승인 전</translation>
    </message>
    <message>
        <source>Not valid at this time</source>
        <translation>유효 시간이 아님</translation>
    </message>
    <message>
        <source>Wrong gate</source>
        <translation>다른 게이트</translation>
    </message>
    <message>
        <source>Another performance</source>
        <translation>다른 공연</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>미결제</translation>
    </message>
    <message>
        <source>Rules of this gate</source>
        <translation>게이트 규칙</translation>
    </message>
    <message>
        <source>A question is open</source>
        <translation>확인할 질문 있음</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>정원 초과</translation>
    </message>
    <message>
        <source>Already admitted</source>
        <translation>이미 입장함</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>오류</translation>
    </message>
</context>
<context>
    <name>encore::ui::DrawerDialog</name>
    <message>
        <source>Open the day</source>
        <translation>영업 시작</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>영업 마감</translation>
    </message>
    <message>
        <source>Count the change that is in the drawer now. Cash can be taken from then on.</source>
        <translation>지금 서랍에 있는 거스름돈을 세어 주세요. 그때부터 현금을 받을 수 있습니다.</translation>
    </message>
    <message>
        <source>Count all the cash in the drawer. What should be in it is told afterwards, and a difference is booked.</source>
        <translation>서랍에 있는 현금을 모두 세어 주세요. 있어야 할 금액은 그다음에 알려 주고, 차액은 장부에 기록합니다.</translation>
    </message>
    <message>
        <source>Change in the drawer</source>
        <translation>서랍에 있는 거스름돈</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>센 금액</translation>
    </message>
    <message>
        <source>An amount, for example 100,000</source>
        <translation>금액을 적으세요. 예: 100,000</translation>
    </message>
    <message>
        <source>Stays in the drawer (the rest goes to the bank)</source>
        <translation>서랍에 남길 금액(나머지는 은행으로)</translation>
    </message>
    <message>
        <source>Empty: all of it stays</source>
        <translation>비워 두면 모두 남깁니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>창을 닫습니다 (Esc)</translation>
    </message>
    <message>
        <source>Does it (Enter)</source>
        <translation>실행합니다 (Enter)</translation>
    </message>
    <message>
        <source>The drawer is right: nothing is over or short.</source>
        <translation>서랍이 맞습니다. 남거나 모자란 금액이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is over. It is booked as a difference.</source>
        <translation>%1이(가) 남습니다. 차액으로 기록했습니다.</translation>
    </message>
    <message>
        <source>%1 is short. It is booked as a difference.</source>
        <translation>%1이(가) 모자랍니다. 차액으로 기록했습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::DrawerModel</name>
    <message>
        <source>open</source>
        <translation>열림</translation>
    </message>
    <message>
        <source>Business day</source>
        <translation>영업일</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>서랍</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>연 시각</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>닫은 시각</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>센 금액</translation>
    </message>
    <message>
        <source>Over or short</source>
        <translation>과부족</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>준비금</translation>
    </message>
</context>
<context>
    <name>encore::ui::FailedScansModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>관람객</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>권종</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>데스크</translation>
    </message>
</context>
<context>
    <name>encore::ui::FindingModel</name>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Let in first</source>
        <translation>첫 입장</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>다시 입장</translation>
    </message>
</context>
<context>
    <name>encore::ui::FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Nothing is changed (Esc)</source>
        <translation>아무것도 바뀌지 않습니다 (Esc)</translation>
    </message>
</context>
<context>
    <name>encore::ui::FundingChart</name>
    <message>
        <source>Raised</source>
        <translation>모인 금액</translation>
    </message>
    <message>
        <source>Goal: %1</source>
        <translation>목표: %1</translation>
    </message>
    <message>
        <source>Middle of the outlook</source>
        <translation>전망의 중간값</translation>
    </message>
    <message>
        <source>Outlook: %1 of 100 end inside</source>
        <translation>전망: 100번 중 %1번이 이 안에서 끝남</translation>
    </message>
    <message>
        <source>Each day</source>
        <translation>하루 금액</translation>
    </message>
    <message>
        <source>Funding curve: %1 of %2</source>
        <translation>모금 곡선: %2 중 %1</translation>
    </message>
    <message>
        <source>million %1</source>
        <translation>백만 %1</translation>
    </message>
    <message>
        <source>thousand %1</source>
        <translation>천 %1</translation>
    </message>
</context>
<context>
    <name>encore::ui::FundingModel</name>
    <message>
        <source>Without a title</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>모인 금액</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>달성률</translation>
    </message>
    <message>
        <source>Backers</source>
        <translation>후원자</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Needed a day</source>
        <translation>하루 필요액</translation>
    </message>
</context>
<context>
    <name>encore::ui::FundingPage</name>
    <message>
        <source>Funding</source>
        <translation>모금</translation>
    </message>
    <message>
        <source>How all campaigns stand; Enter opens one</source>
        <translation>모든 캠페인 현황. Enter로 엽니다</translation>
    </message>
    <message>
        <source>There are no campaigns yet. Begin one under Campaigns.</source>
        <translation>아직 캠페인이 없습니다. 캠페인 화면에서 시작하세요.</translation>
    </message>
    <message>
        <source>Live now: %L1  ·  raised in them: %2  ·  backers: %L3</source>
        <translation>진행 중 %L1개  ·  모인 금액 %2  ·  후원자 %L3명</translation>
    </message>
</context>
<context>
    <name>encore::ui::GateChooser</name>
    <message>
        <source>All performances</source>
        <translation>모든 공연</translation>
    </message>
    <message>
        <source>There are no gates yet</source>
        <translation>아직 게이트가 없습니다</translation>
    </message>
    <message>
        <source>At which gate does this desk stand?</source>
        <translation>이 데스크는 어느 게이트에 있나요?</translation>
    </message>
    <message>
        <source>It is remembered. A supervisor can change it later.</source>
        <translation>선택은 저장되며 나중에 관리자가 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>게이트 목록</translation>
    </message>
    <message>
        <source>Choose with the arrow keys, then Enter</source>
        <translation>화살표 키로 고르고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Stand here</source>
        <translation>이 게이트에서 시작</translation>
    </message>
    <message>
        <source>Stand at this gate</source>
        <translation>이 게이트에서 시작</translation>
    </message>
    <message>
        <source>Starts scanning at this gate (Enter)</source>
        <translation>이 게이트에서 스캔을 시작합니다 (Enter)</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Look for gates again</source>
        <translation>게이트 다시 확인</translation>
    </message>
    <message>
        <source>Asks for the gates again</source>
        <translation>게이트 목록을 다시 불러옵니다</translation>
    </message>
    <message>
        <source>The gates cannot be read</source>
        <translation>게이트를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>A gate says which tickets are admitted where. Import the bundle of an event, or look around with invented data.</source>
        <translation>게이트는 어떤 티켓이 어디로 입장하는지 정합니다. 행사의 번들을 가져오거나 가상 데이터로 둘러보세요.</translation>
    </message>
    <message>
        <source>Import a bundle…</source>
        <translation>번들 가져오기…</translation>
    </message>
    <message>
        <source>Reads tickets, gates and performances from a file</source>
        <translation>파일에서 티켓, 게이트, 공연을 읽습니다</translation>
    </message>
    <message>
        <source>Try it with invented data</source>
        <translation>가상 데이터로 써 보기</translation>
    </message>
    <message>
        <source>Makes 300 guests, six gates and a concert whose doors are open</source>
        <translation>관람객 300명과 게이트 6개, 지금 입장 중인 공연을 만듭니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::HistoryModel</name>
    <message>
        <source>Unknown ticket</source>
        <translation>알 수 없는 티켓</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>관람객</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>좌석·권종</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1명</translation>
    </message>
</context>
<context>
    <name>encore::ui::HistoryTab</name>
    <message>
        <source>What was done to this campaign</source>
        <translation>이 캠페인에서 한 일</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>아직 한 일이 없습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::HomePage</name>
    <message>
        <source>What needs you</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Orders that are not paid: %1</source>
        <translation>결제되지 않은 주문: %1건</translation>
    </message>
    <message>
        <source>They expire by themselves; a transfer that has come is booked there.</source>
        <translation>기한이 지나면 자동으로 만료됩니다. 들어온 이체는 주문에서 기록합니다.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Goes to the orders</source>
        <translation>주문으로 갑니다</translation>
    </message>
    <message>
        <source>The drawer was not counted since %1</source>
        <translation>%1부터 서랍을 세지 않았습니다</translation>
    </message>
    <message>
        <source>Count it and close the day.</source>
        <translation>서랍을 세고 영업을 마감해 주세요.</translation>
    </message>
    <message>
        <source>Box office</source>
        <translation>매표소</translation>
    </message>
    <message>
        <source>Goes to the box office</source>
        <translation>매표소로 갑니다</translation>
    </message>
    <message>
        <source>Pay %1 back to %2</source>
        <translation>%2님에게 %1 돌려주기</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>It is paid…</source>
        <translation>돌려줬습니다…</translation>
    </message>
    <message>
        <source>Records that the money has gone back</source>
        <translation>돈이 돌아갔음을 기록합니다</translation>
    </message>
    <message>
        <source>%1 is missing from %2</source>
        <translation>%2님에게서 %1이(가) 모자랍니다</translation>
    </message>
    <message>
        <source>Goes to the order</source>
        <translation>주문으로 갑니다</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Review “%1”</source>
        <translation>“%1” 심사</translation>
    </message>
    <message>
        <source>It waits to be approved or sent back.</source>
        <translation>승인하거나 돌려보내기를 기다립니다.</translation>
    </message>
    <message>
        <source>Goes to the campaign</source>
        <translation>캠페인으로 갑니다</translation>
    </message>
    <message>
        <source>“%1” ends soon</source>
        <translation>“%1” 마감이 가깝습니다</translation>
    </message>
    <message>
        <source>“%1” is a draft</source>
        <translation>“%1”은(는) 초안입니다</translation>
    </message>
    <message>
        <source>Nobody else sees it before it is sent to review.</source>
        <translation>심사를 요청하기 전에는 다른 사람에게 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing waits for you. Sell at the box office, begin a campaign, or open the door.</source>
        <translation>기다리는 일이 없습니다. 매표소에서 판매하거나 캠페인을 시작하거나 입장을 열어 보세요.</translation>
    </message>
    <message>
        <source>The most pressing first.</source>
        <translation>급한 것부터 보여 줍니다.</translation>
    </message>
    <message>
        <source>Has the money gone back?</source>
        <translation>돈이 돌아갔나요?</translation>
    </message>
    <message>
        <source>Only when %1 has really reached %2: it is booked as paid from then on.</source>
        <translation>%1이(가) 정말 %2님에게 도착했을 때만 누르세요. 그때부터 지급한 것으로 기록합니다.</translation>
    </message>
    <message>
        <source>It is paid</source>
        <translation>돌려줬습니다</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>For example by transfer, in cash</source>
        <translation>예: 계좌이체, 현금</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>somebody without an address</source>
        <translation>주소가 없는 분</translation>
    </message>
    <message>
        <source>A message to %1 did not arrive</source>
        <translation>%1에게 보낸 메시지가 도착하지 않았습니다</translation>
    </message>
    <message>
        <source>Send again…</source>
        <translation>다시 보내기…</translation>
    </message>
    <message>
        <source>Asks for the address and sends it once more</source>
        <translation>주소를 확인하고 한 번 더 보냅니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::ImportDialog</name>
    <message>
        <source>Take over</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Carries out every row, or none (Enter)</source>
        <translation>모든 행을 반영하거나 아무것도 반영하지 않습니다 (Enter)</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>파일 선택…</translation>
    </message>
    <message>
        <source>A table saved as CSV; nothing is changed yet</source>
        <translation>CSV로 저장한 표, 아직 아무것도 바뀌지 않습니다</translation>
    </message>
    <message>
        <source>Save an empty table…</source>
        <translation>빈 표 저장…</translation>
    </message>
    <message>
        <source>With the titles of the columns, to fill in</source>
        <translation>열 이름만 있는 표를 채워 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>파일의 행</translation>
    </message>
    <message>
        <source>Choose a file. What it would change is shown here first.</source>
        <translation>파일을 선택하세요. 무엇이 바뀌는지 먼저 보여 드립니다.</translation>
    </message>
    <message>
        <source>Looking at the rows…</source>
        <translation>행을 확인하는 중…</translation>
    </message>
    <message>
        <source>%1: rows in the file %L2, to be changed %L3.</source>
        <translation>%1: 파일의 행 %L2개, 반영할 행 %L3개.</translation>
    </message>
    <message>
        <source>Not used: %1.</source>
        <translation>쓰지 않는 열: %1.</translation>
    </message>
    <message>
        <source>Rows with faults: %L1. Mend them in the file and choose it again; nothing is taken over by halves.</source>
        <translation>오류가 있는 행: %L1개. 파일에서 고친 뒤 다시 선택하세요. 일부만 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>Choose a table</source>
        <translation>표 선택</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>표 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save an empty table</source>
        <translation>빈 표 저장</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>encore::ui::ImportRowModel</name>
    <message>
        <source>is like this already</source>
        <translation>이미 같습니다</translation>
    </message>
    <message>
        <source>new</source>
        <translation>신규</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>줄</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>반영 내용</translation>
    </message>
</context>
<context>
    <name>encore::ui::JoinDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>서버에 연결</translation>
    </message>
    <message>
        <source>A desk of the house is made in a file of its own, and opened. What is in this workspace stays here, as it is.</source>
        <translation>별도의 파일에 서버의 데스크를 만들어 엽니다. 이 작업공간의 내용은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>다시 로그인</translation>
    </message>
    <message>
        <source>This desk gets a new key. What was done here and waits goes up as soon as it is in.</source>
        <translation>이 데스크가 새 키를 받습니다. 여기서 대기 중인 일은 연결되는 대로 올라갑니다.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>For example https://tickets.example.org; a code&apos;s whole text may be pasted here</source>
        <translation>예: https://tickets.example.org (코드 전체를 여기에 붙여 넣어도 됩니다)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>A code works once, for a quarter of an hour</source>
        <translation>코드는 15분 동안 한 번만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>With a code from an admin</source>
        <translation>관리자에게 받은 코드로</translation>
    </message>
    <message>
        <source>With e-mail and password</source>
        <translation>이메일과 비밀번호로</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Shown under People, Devices, at a desk of an admin</source>
        <translation>관리자 데스크의 사용자 &gt; 기기에서 볼 수 있습니다</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>By which you sign in to the house</source>
        <translation>서버에 로그인하는 이메일</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Is not kept on this computer</source>
        <translation>이 컴퓨터에 저장하지 않습니다</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>이 기기의 이름</translation>
    </message>
    <message>
        <source>Stands beside everything that is done here</source>
        <translation>여기서 한 모든 일에 함께 기록됩니다</translation>
    </message>
    <message>
        <source>Passphrase for this computer</source>
        <translation>이 컴퓨터의 암호 문구</translation>
    </message>
    <message>
        <source>Seals the desk&apos;s key, because this computer has no keychain; asked for at each start</source>
        <translation>이 컴퓨터에 키체인이 없어 데스크의 키를 봉인합니다. 시작할 때마다 묻습니다</translation>
    </message>
    <message>
        <source>Certificate file (only with a certificate of your own)</source>
        <translation>인증서 파일(자체 인증서를 쓸 때만)</translation>
    </message>
    <message>
        <source>A PEM file of an authority that this computer does not know</source>
        <translation>이 컴퓨터가 모르는 인증 기관의 PEM 파일</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Asks the server to let this desk in</source>
        <translation>서버에 이 데스크의 등록을 요청합니다</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>서버에 묻는 중 …</translation>
    </message>
    <message>
        <source>The passphrase needs at least %1 characters.</source>
        <translation>암호 문구는 %1자 이상이어야 합니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::MailDialog</name>
    <message>
        <source>How letters leave the house</source>
        <translation>메일을 보내는 방법</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>메일 서버</translation>
    </message>
    <message>
        <source>For example smtp.example.org; empty: no letter leaves, they wait</source>
        <translation>예: smtp.example.org. 비워 두면 메일이 나가지 않고 기다립니다</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>587 for STARTTLS, 465 for TLS, mostly</source>
        <translation>보통 STARTTLS는 587, TLS는 465입니다</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>None only to this very machine</source>
        <translation>‘없음’은 이 컴퓨터로 보낼 때만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Who signs in</source>
        <translation>로그인 이름</translation>
    </message>
    <message>
        <source>As the mail server knows the house; empty: nobody signs in</source>
        <translation>메일 서버에 등록된 이름. 비워 두면 로그인하지 않습니다</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Kept with the secrets of this computer, never in the workspace</source>
        <translation>작업 공간이 아니라 이 컴퓨터의 비밀 저장소에 보관합니다</translation>
    </message>
    <message>
        <source>The password is set where the server runs: encorectl mail password, or ENCORE_SMTP_PASSWORD.</source>
        <translation>비밀번호는 서버가 있는 곳에서 설정합니다: encorectl mail password 또는 ENCORE_SMTP_PASSWORD.</translation>
    </message>
    <message>
        <source>Forget the password</source>
        <translation>비밀번호 지우기</translation>
    </message>
    <message>
        <source>Then nobody can sign in</source>
        <translation>지우면 로그인할 수 없습니다</translation>
    </message>
    <message>
        <source>Sender&apos;s name</source>
        <translation>보내는 사람 이름</translation>
    </message>
    <message>
        <source>Empty: the name of the workspace</source>
        <translation>비워 두면 작업 공간의 이름을 씁니다</translation>
    </message>
    <message>
        <source>Sender&apos;s e-mail</source>
        <translation>보내는 사람 이메일</translation>
    </message>
    <message>
        <source>Answers go there</source>
        <translation>답장을 받는 주소입니다</translation>
    </message>
    <message>
        <source>Language of the letters</source>
        <translation>메일의 언어</translation>
    </message>
    <message>
        <source>Nobody says theirs yet: it is the house&apos;s</source>
        <translation>받는 사람별 언어는 아직 없어 모두 같은 언어로 보냅니다</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Letters that wait go out by these settings (Enter)</source>
        <translation>기다리는 메일이 이 설정으로 나갑니다 (Enter)</translation>
    </message>
    <message>
        <source>Whoever signs in needs a password.</source>
        <translation>로그인하려면 비밀번호가 필요합니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::MainWindow</name>
    <message>
        <source>Search  (Ctrl+K)</source>
        <translation>검색  (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search for people, orders, tickets, screens</source>
        <translation>사람, 주문, 티켓, 화면 검색</translation>
    </message>
    <message>
        <source>Search for people, orders, tickets, screens (Ctrl+K)</source>
        <translation>사람, 주문, 티켓, 화면 검색 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>언어 바꾸기</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>Change the appearance</source>
        <translation>화면 모드 바꾸기</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>밝게, 어둡게, 고대비</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Start kiosk mode</source>
        <translation>키오스크 모드 시작</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>동작</translation>
    </message>
    <message>
        <source>%1 tickets ready offline</source>
        <translation>티켓 %1장 오프라인 준비됨</translation>
    </message>
    <message>
        <source>only to look at: another Encore writes this workspace</source>
        <translation>보기 전용: 다른 Encore가 이 작업공간에 쓰고 있습니다</translation>
    </message>
    <message>
        <source>Import a bundle…</source>
        <translation>번들 가져오기…</translation>
    </message>
    <message>
        <source>Export as a bundle…</source>
        <translation>번들로 내보내기…</translation>
    </message>
    <message>
        <source>Import a bundle</source>
        <translation>번들 가져오기</translation>
    </message>
    <message>
        <source>Bundles (*.json)</source>
        <translation>번들 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Export as a bundle</source>
        <translation>번들로 내보내기</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>저장하지 않고 닫을까요?</translation>
    </message>
    <message>
        <source>What you typed on this screen and did not save is lost.</source>
        <translation>이 화면에 입력하고 저장하지 않은 내용이 사라집니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>encore::ui::MassRefundDialog</name>
    <message>
        <source>Refund a whole performance</source>
        <translation>공연 전체 환불</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Which one does not take place</source>
        <translation>열리지 않는 공연</translation>
    </message>
    <message>
        <source>What the buyers are told</source>
        <translation>구매자에게 알릴 말</translation>
    </message>
    <message>
        <source>For example: postponed, the singer is ill</source>
        <translation>예: 연기, 출연자 건강 문제</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Closes this; what was begun goes on (Esc)</source>
        <translation>창을 닫습니다. 시작한 일은 계속됩니다 (Esc)</translation>
    </message>
    <message>
        <source>Refund everybody</source>
        <translation>모두 환불</translation>
    </message>
    <message>
        <source>Does exactly what stands above</source>
        <translation>위에 적힌 그대로 실행합니다</translation>
    </message>
    <message>
        <source>The result for each person</source>
        <translation>사람별 결과</translation>
    </message>
    <message>
        <source>There is no performance yet.</source>
        <translation>아직 공연이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody has anything to get back.</source>
        <translation>돌려줄 것이 있는 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Orders: %1 · tickets: %2 · %3 goes back, the way it was paid. These tickets no longer admit. Cash is paid out by hand.</source>
        <translation>주문 %1건 · 티켓 %2장 · %3이(가) 받은 방법 그대로 돌아갑니다. 이 티켓으로는 더 입장할 수 없습니다. 현금은 직접 지급합니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::MassRefundModel</name>
    <message>
        <source>waits</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>환불됨</translation>
    </message>
    <message>
        <source>to be paid by hand: see Home</source>
        <translation>직접 지급: 홈 참고</translation>
    </message>
    <message>
        <source>was refunded before</source>
        <translation>이미 환불됨</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
</context>
<context>
    <name>encore::ui::MeetingDialog</name>
    <message>
        <source>Meet on this network</source>
        <translation>이 네트워크에서 만나기</translation>
    </message>
    <message>
        <source>While the house&apos;s server is out of reach, desks on one network tell each other whom they let in, so that nobody comes in twice. They need no internet. Whoever sees the code can take part.</source>
        <translation>서버에 연결할 수 없는 동안 같은 네트워크의 데스크끼리 누구를 입장시켰는지 서로 알려 중복 입장을 막습니다. 인터넷은 필요 없습니다. 코드를 본 사람은 누구나 참여할 수 있습니다.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>One desk shows the code, the others read it there</source>
        <translation>한 데스크가 코드를 보여 주고 다른 데스크가 그것을 읽습니다</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Scan or type what the other desk shows; it begins with ENCMEET1:</source>
        <translation>다른 데스크가 보여 주는 코드를 스캔하거나 입력하세요. ENCMEET1:로 시작합니다</translation>
    </message>
    <message>
        <source>For the other desks</source>
        <translation>다른 데스크용 코드</translation>
    </message>
    <message>
        <source>To be scanned, pasted or typed there: Sync, Meet on this network</source>
        <translation>다른 데스크의 동기화 › 이 네트워크에서 만나기에서 스캔하거나 붙여 넣거나 입력합니다</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>새 코드</translation>
    </message>
    <message>
        <source>Whoever has the code of before stays out</source>
        <translation>이전 코드를 가진 사람은 더 이상 참여할 수 없습니다</translation>
    </message>
    <message>
        <source>Leave the meeting</source>
        <translation>연결 끝내기</translation>
    </message>
    <message>
        <source>Meet</source>
        <translation>만나기</translation>
    </message>
    <message>
        <source>What was heard is kept until the server confirms it</source>
        <translation>전해 들은 내용은 서버가 확인할 때까지 보관됩니다</translation>
    </message>
    <message>
        <source>Begins, or joins the others</source>
        <translation>시작하거나 다른 데스크와 연결합니다</translation>
    </message>
    <message>
        <source>Join: another desk shows a code</source>
        <translation>참여: 다른 데스크가 코드를 보여 줍니다</translation>
    </message>
    <message>
        <source>This desk is where the others meet</source>
        <translation>이 데스크가 모이는 곳이 됩니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The meeting goes on (Esc)</source>
        <translation>연결은 계속됩니다 (Esc)</translation>
    </message>
    <message>
        <source>The code as a picture, to be scanned</source>
        <translation>스캔할 수 있는 코드 그림</translation>
    </message>
</context>
<context>
    <name>encore::ui::MessageModel</name>
    <message>
        <source>Tickets</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Sent things</source>
        <translation>발송 안내</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>To</source>
        <translation>받는 사람</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
</context>
<context>
    <name>encore::ui::MessageView</name>
    <message>
        <source>Send again…</source>
        <translation>다시 보내기…</translation>
    </message>
    <message>
        <source>Asks for the address and sends it once more</source>
        <translation>주소를 확인하고 한 번 더 보냅니다</translation>
    </message>
    <message>
        <source>What the letter says</source>
        <translation>메일의 내용</translation>
    </message>
    <message>
        <source>It can be read and copied</source>
        <translation>읽고 복사할 수 있습니다</translation>
    </message>
    <message>
        <source>As it would be written now; the codes of tickets are not shown.</source>
        <translation>지금 쓴다면 보낼 내용입니다. 티켓의 코드는 보여 주지 않습니다.</translation>
    </message>
    <message>
        <source>It cannot be written now: %1</source>
        <translation>지금은 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>tries: %1</source>
        <translation>시도 %1번</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>다음 시도 %1</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>%1에 보냄</translation>
    </message>
    <message>
        <source>No message chosen</source>
        <translation>고른 메시지 없음</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>nobody known</source>
        <translation>알 수 없는 사람</translation>
    </message>
    <message>
        <source>Choose one in the table; what it says stands here.</source>
        <translation>표에서 고르면 여기에 내용이 나옵니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::MessagesPage</name>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Shows only messages in this state</source>
        <translation>이 상태의 메시지만 보여 줍니다</translation>
    </message>
    <message>
        <source>Messages to people. Choose one with the arrow keys; it stands beside the table</source>
        <translation>사람들에게 보내는 메시지. 화살표 키로 고르면 표 옆에 나옵니다</translation>
    </message>
    <message>
        <source>all messages</source>
        <translation>모든 메시지</translation>
    </message>
    <message>
        <source>No message is in this state.</source>
        <translation>이 상태의 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was sent yet. Tickets, refunds and parcels write to people by themselves once a mail server is set.</source>
        <translation>아직 보낸 것이 없습니다. 메일 서버를 설정하면 티켓, 환불, 발송 안내가 저절로 나갑니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::MoneyModel</name>
    <message>
        <source>When</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Pledges</source>
        <translation>후원</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Left over</source>
        <translation>순액</translation>
    </message>
</context>
<context>
    <name>encore::ui::MoneyTab</name>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Up to today</source>
        <translation>오늘까지</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>그래프 저장…</translation>
    </message>
    <message>
        <source>As a picture, for a letter or a talk</source>
        <translation>그림 파일로 저장합니다</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>최근 7일</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>최근 30일</translation>
    </message>
    <message>
        <source>The last 90 days, by week</source>
        <translation>최근 90일(주별)</translation>
    </message>
    <message>
        <source>The last 365 days, by month</source>
        <translation>최근 365일(월별)</translation>
    </message>
    <message>
        <source>What came in and went back</source>
        <translation>들어오고 나간 돈</translation>
    </message>
    <message>
        <source>Pledges %1  ·  sales %2  ·  went back %3  ·  left over %4</source>
        <translation>후원 %1  ·  판매 %2  ·  환불 %3  ·  순액 %4</translation>
    </message>
    <message>
        <source>Pledges</source>
        <translation>후원</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>million %1</source>
        <translation>백만 %1</translation>
    </message>
    <message>
        <source>thousand %1</source>
        <translation>천 %1</translation>
    </message>
</context>
<context>
    <name>encore::ui::NoticeBar</name>
    <message>
        <source>Stop this</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>알림 닫기</translation>
    </message>
</context>
<context>
    <name>encore::ui::OfferBoard</name>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Shows what is on sale for this one</source>
        <translation>이 공연에서 판매하는 것을 보여 줍니다</translation>
    </message>
    <message>
        <source>Put on sale…</source>
        <translation>판매 항목 추가…</translation>
    </message>
    <message>
        <source>Adds a ticket, a thing or a fee to what is sold here</source>
        <translation>여기서 파는 것에 티켓, 물건, 수수료를 더합니다</translation>
    </message>
    <message>
        <source>Everything on sale</source>
        <translation>판매 중인 모든 것</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1개 남음</translation>
    </message>
    <message>
        <source>Adds one to the sale</source>
        <translation>판매에 하나를 더합니다</translation>
    </message>
    <message>
        <source>Nothing is on sale yet. Put a ticket, a thing or a fee on sale; then it stands here as a button.</source>
        <translation>아직 판매하는 것이 없습니다. 티켓, 물건, 수수료를 추가하면 여기에 단추로 나타납니다.</translation>
    </message>
    <message>
        <source>Guests…</source>
        <translation>초대 손님…</translation>
    </message>
    <message>
        <source>Free tickets for a list of names</source>
        <translation>이름 목록으로 무료 티켓을 발권합니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::OfferDialog</name>
    <message>
        <source>Put on sale</source>
        <translation>판매 시작</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>A ticket, a thing, or a fee</source>
        <translation>티켓, 물건, 수수료</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>What the ticket admits to</source>
        <translation>티켓으로 볼 수 있는 공연</translation>
    </message>
    <message>
        <source>Title of the performance</source>
        <translation>공연 제목</translation>
    </message>
    <message>
        <source>What people call it</source>
        <translation>사람들이 부르는 이름</translation>
    </message>
    <message>
        <source>Begins at</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Year-month-day hour:minute, for example 2026-12-24 19:00</source>
        <translation>년-월-일 시:분. 예: 2026-12-24 19:00</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>What the buyer reads, for example Standing</source>
        <translation>구매자가 읽는 이름. 예: 스탠딩</translation>
    </message>
    <message>
        <source>Price, tax included</source>
        <translation>가격(세금 포함)</translation>
    </message>
    <message>
        <source>An amount, for example 60,000</source>
        <translation>금액을 적으세요. 예: 60,000</translation>
    </message>
    <message>
        <source>How many there are</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Empty: as many as are wanted</source>
        <translation>비워 두면 원하는 만큼입니다</translation>
    </message>
    <message>
        <source>It stands at the desk from then on (Enter)</source>
        <translation>그때부터 매표소에 나타납니다 (Enter)</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>A thing</source>
        <translation>물건</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>수수료</translation>
    </message>
    <message>
        <source>A new one…</source>
        <translation>새로 만들기…</translation>
    </message>
    <message>
        <source>How many there are is a whole number, or empty.</source>
        <translation>수량은 정수이거나 비워 둡니다.</translation>
    </message>
    <message>
        <source>“%1” is no date and time. Write for example 2026-12-24 19:00.</source>
        <translation>“%1”은(는) 날짜와 시각이 아닙니다. 2026-12-24 19:00처럼 써 주세요.</translation>
    </message>
</context>
<context>
    <name>encore::ui::OrderLineModel</name>
    <message>
        <source>refunded</source>
        <translation>환불됨</translation>
    </message>
    <message>
        <source>refund on its way</source>
        <translation>환불 진행 중</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>할인</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
</context>
<context>
    <name>encore::ui::OrderModel</name>
    <message>
        <source>refund on its way</source>
        <translation>환불 진행 중</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Buyer</source>
        <translation>구매자</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Sold at</source>
        <translation>판매 시각</translation>
    </message>
</context>
<context>
    <name>encore::ui::OrderView</name>
    <message>
        <source>Payments</source>
        <translation>결제</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>지난 일</translation>
    </message>
    <message>
        <source>Lines of the order</source>
        <translation>주문의 항목</translation>
    </message>
    <message>
        <source>Tick lines (Space) to refund them alone</source>
        <translation>환불할 항목만 체크하세요 (스페이스)</translation>
    </message>
    <message>
        <source>Refund all…</source>
        <translation>모두 환불…</translation>
    </message>
    <message>
        <source>Refund the ticked lines…</source>
        <translation>체크한 항목 환불…</translation>
    </message>
    <message>
        <source>Gives the money back the way it came; these tickets no longer admit</source>
        <translation>받은 방법 그대로 돌려줍니다. 이 티켓으로는 더 입장할 수 없습니다</translation>
    </message>
    <message>
        <source>Take cash</source>
        <translation>현금 받기</translation>
    </message>
    <message>
        <source>Takes what is open in cash, exactly</source>
        <translation>남은 금액을 현금으로 정확히 받습니다</translation>
    </message>
    <message>
        <source>The transfer has come</source>
        <translation>이체가 들어왔습니다</translation>
    </message>
    <message>
        <source>Records that the bank has the whole amount</source>
        <translation>은행에 전액이 들어왔음을 기록합니다</translation>
    </message>
    <message>
        <source>Cancel the order…</source>
        <translation>주문 취소…</translation>
    </message>
    <message>
        <source>Gives up an order that is not paid</source>
        <translation>결제되지 않은 주문을 그만둡니다</translation>
    </message>
    <message>
        <source>Send the tickets again</source>
        <translation>티켓 다시 보내기</translation>
    </message>
    <message>
        <source>Puts a message to the buyer into the outbox</source>
        <translation>구매자에게 보낼 메시지를 보낼 편지함에 넣습니다</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>현금</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>카드</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>이체</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>온라인</translation>
    </message>
    <message>
        <source>waiting for the answer</source>
        <translation>응답 대기 중</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>결제됨</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>아직 모름</translation>
    </message>
    <message>
        <source>%1 handed over</source>
        <translation>받은 현금 %1</translation>
    </message>
    <message>
        <source>%1 refunded</source>
        <translation>환불 %1</translation>
    </message>
    <message>
        <source>%1 on its way back</source>
        <translation>환불 중 %1</translation>
    </message>
    <message>
        <source>Free of charge: %1</source>
        <translation>무료: %1</translation>
    </message>
    <message>
        <source>Nothing is paid yet.</source>
        <translation>아직 결제된 것이 없습니다.</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>판매</translation>
    </message>
    <message>
        <source>payment taken</source>
        <translation>결제 받음</translation>
    </message>
    <message>
        <source>payment answered</source>
        <translation>결제 응답</translation>
    </message>
    <message>
        <source>refund decided</source>
        <translation>환불 결정</translation>
    </message>
    <message>
        <source>refund decided for everybody</source>
        <translation>전체 환불 결정</translation>
    </message>
    <message>
        <source>refund answered</source>
        <translation>환불 응답</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>만료됨</translation>
    </message>
    <message>
        <source>ticket issued anew</source>
        <translation>티켓 재발급</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>미결제 %1</translation>
    </message>
    <message>
        <source>to be paid until %1</source>
        <translation>%1까지 결제</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>이름 없음</translation>
    </message>
    <message>
        <source>Refund lines: %1?</source>
        <translation>%1개 항목을 환불할까요?</translation>
    </message>
    <message>
        <source>%1 is handed out of the drawer now.</source>
        <translation>서랍에서 %1을(를) 지금 내줍니다.</translation>
    </message>
    <message>
        <source>%1 goes back the way it came.</source>
        <translation>%1이(가) 받은 방법 그대로 돌아갑니다.</translation>
    </message>
    <message>
        <source>These tickets no longer admit, and can be sold again.</source>
        <translation>이 티켓으로는 더 입장할 수 없고 다시 판매할 수 있습니다.</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>환불</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Stands in the order, and in the message to the buyer</source>
        <translation>주문과 구매자에게 보내는 메시지에 남습니다</translation>
    </message>
    <message>
        <source>It is decided; what goes over a provider is on its way.</source>
        <translation>결정했습니다. 결제사를 거치는 금액은 돌아가는 중입니다.</translation>
    </message>
    <message>
        <source>Paid in cash.</source>
        <translation>현금으로 받았습니다.</translation>
    </message>
    <message>
        <source>The transfer is booked.</source>
        <translation>이체를 기록했습니다.</translation>
    </message>
    <message>
        <source>Cancel this order?</source>
        <translation>이 주문을 취소할까요?</translation>
    </message>
    <message>
        <source>Its tickets no longer admit, and can be sold again. What was paid of it goes back.</source>
        <translation>티켓으로는 더 입장할 수 없고 다시 판매할 수 있습니다. 받은 금액은 돌려줍니다.</translation>
    </message>
    <message>
        <source>Cancel the order</source>
        <translation>주문 취소</translation>
    </message>
    <message>
        <source>Stands in the order</source>
        <translation>주문에 남습니다</translation>
    </message>
    <message>
        <source>The order is cancelled.</source>
        <translation>주문을 취소했습니다.</translation>
    </message>
    <message>
        <source>The message waits in the outbox; it is sent when there is a server.</source>
        <translation>메시지가 보낼 편지함에서 기다립니다. 서버가 있으면 보냅니다.</translation>
    </message>
    <message>
        <source>Tickets…</source>
        <translation>티켓…</translation>
    </message>
    <message>
        <source>Shows, prints or saves the tickets and the receipt</source>
        <translation>티켓과 영수증을 보여 주고 인쇄하거나 저장합니다</translation>
    </message>
    <message>
        <source>tickets printed</source>
        <translation>티켓 인쇄</translation>
    </message>
</context>
<context>
    <name>encore::ui::OrdersPage</name>
    <message>
        <source>Orders</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>Find orders</source>
        <translation>주문 찾기</translation>
    </message>
    <message>
        <source>Words of the order&apos;s number, the buyer, the e-mail, the guest list</source>
        <translation>주문 번호, 구매자, 이메일, 초대 명단의 낱말</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Shows only orders in this state</source>
        <translation>이 상태의 주문만 보여 줍니다</translation>
    </message>
    <message>
        <source>Orders. Choose one with the arrow keys; it stands beside the table</source>
        <translation>주문 목록입니다. 화살표 키로 고르면 옆에 나타납니다</translation>
    </message>
    <message>
        <source>Order, buyer, guest list</source>
        <translation>주문, 구매자, 초대 명단</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>모든 상태</translation>
    </message>
    <message>
        <source>No order fits. Shorten the words, or show all states.</source>
        <translation>맞는 주문이 없습니다. 낱말을 줄이거나 모든 상태를 보세요.</translation>
    </message>
    <message>
        <source>Nothing has been sold yet. What the box office sells stands here.</source>
        <translation>아직 판매한 것이 없습니다. 매표소에서 판매한 것이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>A show falls through…</source>
        <translation>공연이 열리지 않음…</translation>
    </message>
    <message>
        <source>Refunds everybody who has a ticket of a performance, by a plan</source>
        <translation>공연 티켓이 있는 모두에게 계획대로 환불합니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::OutgoingCards</name>
    <message>
        <source>Letters</source>
        <translation>메일</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>웹훅</translation>
    </message>
    <message>
        <source>Send a test…</source>
        <translation>시험 메일 보내기…</translation>
    </message>
    <message>
        <source>A letter that says no more than that letters arrive</source>
        <translation>메일이 도착하는지만 확인하는 메일입니다</translation>
    </message>
    <message>
        <source>Mail settings…</source>
        <translation>메일 설정…</translation>
    </message>
    <message>
        <source>By which server letters leave the house, and from whom</source>
        <translation>어느 서버로 누구 이름으로 메일을 보낼지 정합니다</translation>
    </message>
    <message>
        <source>Webhook settings…</source>
        <translation>웹훅 설정…</translation>
    </message>
    <message>
        <source>Where it is told what was done in the house</source>
        <translation>여기서 한 일을 어디에 알릴지 정합니다</translation>
    </message>
    <message>
        <source>No letter leaves the house: they wait until a mail server is set.</source>
        <translation>메일이 나가지 않습니다. 메일 서버를 설정할 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>no encryption</source>
        <translation>암호화 없음</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>보내는 사람 %1</translation>
    </message>
    <message>
        <source>nobody signs in</source>
        <translation>로그인하지 않음</translation>
    </message>
    <message>
        <source>%1 signs in, with the password set where the server runs</source>
        <translation>%1(으)로 로그인, 비밀번호는 서버가 있는 곳에서 설정</translation>
    </message>
    <message>
        <source>%1 signs in, but no password is set</source>
        <translation>%1(으)로 로그인하지만 비밀번호가 없음</translation>
    </message>
    <message>
        <source>Nobody is told what was done in the house.</source>
        <translation>여기서 한 일을 아무 데도 알리지 않습니다.</translation>
    </message>
    <message>
        <source>how far it was told is known where the server runs</source>
        <translation>어디까지 알렸는지는 서버가 있는 곳에서 알 수 있음</translation>
    </message>
    <message>
        <source>no key is set to sign with</source>
        <translation>서명할 키가 없음</translation>
    </message>
    <message>
        <source>everything is told, up to line %1</source>
        <translation>%1번째 줄까지 모두 알림</translation>
    </message>
    <message>
        <source>told up to line %1 of %2</source>
        <translation>%2줄 중 %1번째 줄까지 알림</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself, within five minutes.</source>
        <translation>%1 5분 안에 저절로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>시험 메일 보내기</translation>
    </message>
    <message>
        <source>What became of it stands in the table a moment later.</source>
        <translation>결과는 잠시 뒤 표에 나옵니다.</translation>
    </message>
    <message>
        <source>For example your own</source>
        <translation>예: 내 주소</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
    <message>
        <source>By %1:%2, %3</source>
        <translation>%1:%2, %3</translation>
    </message>
    <message>
        <source>%1 signs in, password set</source>
        <translation>%1(으)로 로그인, 비밀번호 설정됨</translation>
    </message>
</context>
<context>
    <name>encore::ui::OverviewTab</name>
    <message>
        <source>Reward</source>
        <translation>리워드</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Raised</source>
        <translation>모인 금액</translation>
    </message>
    <message>
        <source>Backers</source>
        <translation>후원자</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Needed per day</source>
        <translation>하루에 필요한 금액</translation>
    </message>
    <message>
        <source>What backers chose</source>
        <translation>후원자가 선택한 것</translation>
    </message>
    <message>
        <source>Where the money comes from</source>
        <translation>돈이 들어온 경로</translation>
    </message>
    <message>
        <source>Shares of what the rewards brought</source>
        <translation>리워드로 모인 금액의 비율</translation>
    </message>
    <message>
        <source>As the pledges name it</source>
        <translation>후원에 적힌 경로</translation>
    </message>
    <message>
        <source>not named</source>
        <translation>적지 않음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>Pledges: %1</source>
        <translation>후원 %1건</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>no end is set</source>
        <translation>마감이 정해지지 않음</translation>
    </message>
    <message>
        <source>the goal is reached</source>
        <translation>목표를 달성했습니다</translation>
    </message>
    <message>
        <source>to reach the goal</source>
        <translation>목표까지 필요한 금액</translation>
    </message>
    <message>
        <source>May end between %1 and %2; the goal is reached in %3 of 100 campaigns like this. Such a band holds for %4 of 100.</source>
        <translation>%1에서 %2 사이로 끝날 수 있습니다. 이런 캠페인 100개 중 %3개가 목표를 달성합니다. 이런 범위는 100번 중 %4번 맞습니다.</translation>
    </message>
    <message>
        <source>There are few finished campaigns to learn from (%1), so the band is wider.</source>
        <translation>배울 수 있는 끝난 캠페인이 적어(%1개) 범위가 더 넓습니다.</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>그래프 저장…</translation>
    </message>
    <message>
        <source>As a picture, for a letter or a talk</source>
        <translation>그림 파일로 저장합니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::PackingModel</name>
    <message>
        <source>nothing: everything was sent</source>
        <translation>없음: 모두 보냈습니다</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>필요 없음</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Backer</source>
        <translation>후원자</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>보낼 것</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Sent with</source>
        <translation>발송 정보</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
</context>
<context>
    <name>encore::ui::PaperDialog</name>
    <message>
        <source>Tickets</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>The ticket before</source>
        <translation>이전 티켓</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>The next ticket</source>
        <translation>다음 티켓</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Closes this (Esc)</source>
        <translation>창을 닫습니다 (Esc)</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF로 저장…</translation>
    </message>
    <message>
        <source>Writes the tickets and the receipt into a file</source>
        <translation>티켓과 영수증을 파일로 씁니다</translation>
    </message>
    <message>
        <source>Print again…</source>
        <translation>다시 인쇄…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>인쇄…</translation>
    </message>
    <message>
        <source>Prints the tickets; the printer is remembered</source>
        <translation>티켓을 인쇄합니다. 프린터를 기억합니다</translation>
    </message>
    <message>
        <source>Signing the codes…</source>
        <translation>코드에 서명하는 중…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>These tickets were printed before, %1. Two papers with one code: only the first is admitted.</source>
        <translation>이 티켓은 %1에 이미 인쇄했습니다. 코드가 같은 종이 두 장 중 먼저 온 한 장만 입장합니다.</translation>
    </message>
    <message>
        <source>Save the tickets</source>
        <translation>티켓 저장</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 파일 (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1에 쓸 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>encore::ui::PaperTickModel</name>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>관람객</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>티켓</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>결과</translation>
    </message>
</context>
<context>
    <name>encore::ui::PaperTicksDialog</name>
    <message>
        <source>Nobody found for “%1”.</source>
        <translation>“%1”에 해당하는 관람객이 없습니다.</translation>
    </message>
    <message>
        <source>Several fit: choose one and add it.</source>
        <translation>여러 명이 있습니다. 한 명을 골라 추가해 주세요.</translation>
    </message>
    <message>
        <source>That time is still to come. Check the time beside the tick.</source>
        <translation>아직 지나지 않은 시각입니다. 적어 둔 시각을 확인해 주세요.</translation>
    </message>
    <message>
        <source>Ticked on the paper list</source>
        <translation>종이 명단에서 확인</translation>
    </message>
    <message>
        <source>Enter paper ticks</source>
        <translation>종이 명단 입력</translation>
    </message>
    <message>
        <source>Type who was ticked and the time written beside it, then Enter. The door checks all at their own times.</source>
        <translation>표시된 관람객과 적어 둔 시각을 입력하고 Enter를 누르세요. 각 시각을 기준으로 입장을 확인합니다.</translation>
    </message>
    <message>
        <source>Name, ticket, order or seat</source>
        <translation>이름, 티켓, 주문 또는 좌석</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>관람객</translation>
    </message>
    <message>
        <source>The beginning of a name, or a ticket, order or seat</source>
        <translation>이름의 앞부분이나 티켓, 주문, 좌석을 입력합니다</translation>
    </message>
    <message>
        <source>Time of the tick</source>
        <translation>표시한 시각</translation>
    </message>
    <message>
        <source>When the guest came in</source>
        <translation>관람객이 입장한 시각입니다</translation>
    </message>
    <message>
        <source>Which guest</source>
        <translation>관람객 선택</translation>
    </message>
    <message>
        <source>Several guests fit; choose the right one</source>
        <translation>여러 명이 있습니다. 맞는 사람을 골라 주세요</translation>
    </message>
    <message>
        <source>Ticks</source>
        <translation>입력할 입장</translation>
    </message>
    <message>
        <source>The ticks to be entered</source>
        <translation>입력할 입장 목록입니다</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Puts the guest on the list (Enter)</source>
        <translation>목록에 추가합니다 (Enter)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Takes the chosen tick off the list</source>
        <translation>선택한 항목을 목록에서 뺍니다</translation>
    </message>
    <message>
        <source>Enter all</source>
        <translation>모두 입력</translation>
    </message>
    <message>
        <source>Records every tick at its time</source>
        <translation>각 시각으로 입장을 기록합니다</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Closes this window (Esc)</source>
        <translation>이 창을 닫습니다 (Esc)</translation>
    </message>
</context>
<context>
    <name>encore::ui::ParkedStrip</name>
    <message numerus="yes">
        <source>Waiting: %n</source>
        <translation>
            <numerusform>대기 %n명</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with this guest</source>
        <translation>이 관람객을 계속 처리합니다</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>%1 계속 처리</translation>
    </message>
    <message>
        <source>Do not admit this guest</source>
        <translation>이 관람객을 입장시키지 않습니다</translation>
    </message>
    <message>
        <source>Do not admit %1</source>
        <translation>%1 입장 안 함</translation>
    </message>
</context>
<context>
    <name>encore::ui::PeoplePage</name>
    <message>
        <source>People</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Let somebody in…</source>
        <translation>사용자 추가…</translation>
    </message>
    <message>
        <source>Somebody new who may sign in</source>
        <translation>로그인할 수 있는 새 사용자</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>바꾸기…</translation>
    </message>
    <message>
        <source>Another name or role; with another role they sign in anew</source>
        <translation>이름이나 역할을 바꿉니다. 역할이 바뀌면 다시 로그인해야 합니다</translation>
    </message>
    <message>
        <source>New password…</source>
        <translation>새 비밀번호…</translation>
    </message>
    <message>
        <source>They are signed out everywhere</source>
        <translation>모든 곳에서 로그아웃됩니다</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>차단</translation>
    </message>
    <message>
        <source>They are signed out everywhere, and may not sign in; undone the same way</source>
        <translation>모든 곳에서 로그아웃되고 로그인할 수 없습니다. 같은 방법으로 되돌립니다</translation>
    </message>
    <message>
        <source>Let a device in…</source>
        <translation>기기 등록…</translation>
    </message>
    <message>
        <source>Makes a code by which one device comes in</source>
        <translation>기기 하나를 등록하는 코드를 만듭니다</translation>
    </message>
    <message>
        <source>Shut out…</source>
        <translation>차단…</translation>
    </message>
    <message>
        <source>Takes the device&apos;s key away, for good</source>
        <translation>기기의 키를 영구히 회수합니다</translation>
    </message>
    <message>
        <source>People and devices</source>
        <translation>사용자와 기기</translation>
    </message>
    <message>
        <source>Who may sign in, and where</source>
        <translation>누가 어디서 로그인할 수 있는지</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>Nobody but the owner of this computer works here yet. Let somebody in, and they can sign in at a server.</source>
        <translation>아직 이 컴퓨터의 주인만 쓰고 있습니다. 사용자를 추가하면 서버에 로그인할 수 있습니다.</translation>
    </message>
    <message>
        <source>No device was let in yet. Make a code, and scan it at the new desk.</source>
        <translation>아직 등록된 기기가 없습니다. 코드를 만들어 새 데스크에서 스캔하세요.</translation>
    </message>
    <message>
        <source>Let in again</source>
        <translation>다시 입장</translation>
    </message>
    <message>
        <source>Give somebody a new password</source>
        <translation>새 비밀번호 주기</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere and signs in with the new one.</source>
        <translation>%1 님은 모든 곳에서 로그아웃되며 새 비밀번호로 로그인합니다.</translation>
    </message>
    <message>
        <source>Set it</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>새 비밀번호</translation>
    </message>
    <message>
        <source>At least 10 characters</source>
        <translation>10자 이상</translation>
    </message>
    <message>
        <source>Shut this device out?</source>
        <translation>이 기기를 차단할까요?</translation>
    </message>
    <message>
        <source>“%1” loses its key for good. As soon as it reaches the server, what it knows of people is wiped there; what was done on it and not sent can be saved to a file.</source>
        <translation>‘%1’의 키가 영구히 회수됩니다. 서버에 닿는 즉시 그 기기의 개인 정보가 지워지며, 보내지 못한 일은 파일로 저장할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::PictureSource</name>
    <message>
        <source>Pictures and PDFs</source>
        <translation>사진 및 PDF</translation>
    </message>
    <message>
        <source>the pasted picture</source>
        <translation>붙여넣은 사진</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>붙여넣은 텍스트</translation>
    </message>
</context>
<context>
    <name>encore::ui::PictureStrip</name>
    <message>
        <source>Pictures</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>The first one stands on the campaign&apos;s card</source>
        <translation>첫 번째 그림이 캠페인 카드에 나옵니다</translation>
    </message>
    <message>
        <source>Add a picture…</source>
        <translation>그림 추가…</translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP, at most 10 MB</source>
        <translation>그림 파일, 최대 10메가바이트</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>설명…</translation>
    </message>
    <message>
        <source>Says what the chosen picture shows</source>
        <translation>선택한 그림이 무엇인지 적습니다</translation>
    </message>
    <message>
        <source>Put first</source>
        <translation>맨 앞으로</translation>
    </message>
    <message>
        <source>The chosen picture becomes that of the card</source>
        <translation>선택한 그림을 카드 그림으로 씁니다</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Takes the chosen picture off the campaign</source>
        <translation>선택한 그림을 캠페인에서 뺍니다</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>그림 선택</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>그림 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>What does the picture show?</source>
        <translation>무엇이 보이는 그림인가요?</translation>
    </message>
    <message>
        <source>Read to those who cannot see it.</source>
        <translation>보지 못하는 사람에게 읽어 드립니다.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>A few words</source>
        <translation>짧은 설명</translation>
    </message>
</context>
<context>
    <name>encore::ui::PinDialog</name>
    <message>
        <source>Supervisor</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Choose a PIN of 4 to 12 digits for supervisors of this desk.</source>
        <translation>이 데스크의 관리자 PIN을 4~12자리 숫자로 정해 주세요.</translation>
    </message>
    <message>
        <source>Enter the supervisor&apos;s PIN.</source>
        <translation>관리자 PIN을 입력해 주세요.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>4 to 12 digits</source>
        <translation>4~12자리 숫자</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>PIN 다시 입력</translation>
    </message>
    <message>
        <source>The same digits once more</source>
        <translation>같은 숫자를 한 번 더 입력합니다</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN 설정</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Goes on (Enter)</source>
        <translation>계속합니다 (Enter)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Goes back (Esc)</source>
        <translation>돌아갑니다 (Esc)</translation>
    </message>
</context>
<context>
    <name>encore::ui::ProjectHistoryModel</name>
    <message>
        <source>begun</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>sent to review</source>
        <translation>심사 요청</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>sent back</source>
        <translation>돌려보냄</translation>
    </message>
    <message>
        <source>went live</source>
        <translation>공개됨</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>went on</source>
        <translation>재개됨</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>plan carried out</source>
        <translation>계획 실행</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>backers were told</source>
        <translation>소식 알림</translation>
    </message>
    <message>
        <source>reward added</source>
        <translation>리워드 추가</translation>
    </message>
    <message>
        <source>reward edited</source>
        <translation>리워드 편집</translation>
    </message>
    <message>
        <source>reward closed</source>
        <translation>리워드 마감</translation>
    </message>
    <message>
        <source>reward removed</source>
        <translation>리워드 삭제</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>어디서</translation>
    </message>
    <message>
        <source>With</source>
        <translation>내용</translation>
    </message>
</context>
<context>
    <name>encore::ui::QuestionForm</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (필수)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>답변함</translation>
    </message>
</context>
<context>
    <name>encore::ui::ReadinessModel</name>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>준비 안 됨</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>항목</translation>
    </message>
</context>
<context>
    <name>encore::ui::RecipientDialog</name>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>It goes out with the next letters (Enter)</source>
        <translation>다음 메일과 함께 나갑니다 (Enter)</translation>
    </message>
    <message>
        <source>Send this message again?</source>
        <translation>이 메시지를 다시 보낼까요?</translation>
    </message>
    <message>
        <source>It did not arrive.</source>
        <translation>도착하지 않았습니다.</translation>
    </message>
    <message>
        <source>The mail server said: %1</source>
        <translation>메일 서버의 답: %1</translation>
    </message>
    <message>
        <source>Where it goes to</source>
        <translation>받는 주소</translation>
    </message>
    <message>
        <source>Empty: to %1, as before</source>
        <translation>비워 두면 전처럼 %1(으)로 보냅니다</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>다시 보내기</translation>
    </message>
</context>
<context>
    <name>encore::ui::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Kinds of reports</source>
        <translation>보고서 종류</translation>
    </message>
    <message>
        <source>Books</source>
        <translation>장부</translation>
    </message>
    <message>
        <source>Cash drawers</source>
        <translation>현금 서랍</translation>
    </message>
    <message>
        <source>What every account of the books holds</source>
        <translation>장부의 계정별 잔액</translation>
    </message>
    <message>
        <source>Nothing has been booked yet.</source>
        <translation>아직 기록한 것이 없습니다.</translation>
    </message>
    <message>
        <source>When drawers were open, and what was counted</source>
        <translation>서랍을 연 때와 센 금액</translation>
    </message>
    <message>
        <source>No drawer has been opened yet. The box office opens the first day.</source>
        <translation>아직 서랍을 연 적이 없습니다. 매표소에서 첫 영업을 시작합니다.</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>돈</translation>
    </message>
</context>
<context>
    <name>encore::ui::RewardDialog</name>
    <message>
        <source>A new reward</source>
        <translation>새 리워드</translation>
    </message>
    <message>
        <source>Edit the reward</source>
        <translation>리워드 편집</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>What backers read first</source>
        <translation>후원자가 가장 먼저 읽는 것</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>들어 있는 것</translation>
    </message>
    <message>
        <source>Markdown; shown as text</source>
        <translation>마크다운이며 글로만 보여 줍니다</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>An amount, for example 30,000; fixed once somebody chose it</source>
        <translation>금액을 적으세요. 예: 30,000. 누군가 선택하면 고정됩니다</translation>
    </message>
    <message>
        <source>How many there are</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Empty: as many as are wanted</source>
        <translation>비워 두면 원하는 만큼입니다</translation>
    </message>
    <message>
        <source>For each backer at most</source>
        <translation>후원자 한 명에게 최대</translation>
    </message>
    <message>
        <source>Empty: as many as they like</source>
        <translation>비워 두면 원하는 만큼입니다</translation>
    </message>
    <message>
        <source>Can be chosen until (early bird)</source>
        <translation>선택 기한(얼리버드)</translation>
    </message>
    <message>
        <source>Year-month-day hour:minute; empty: until the end</source>
        <translation>년-월-일 시:분. 비워 두면 마감까지입니다</translation>
    </message>
    <message>
        <source>Has to be sent</source>
        <translation>배송이 필요함</translation>
    </message>
    <message>
        <source>Backers are asked for an address</source>
        <translation>후원자에게 주소를 묻습니다</translation>
    </message>
    <message>
        <source>Only together with another reward</source>
        <translation>다른 리워드와 함께만 선택 가능</translation>
    </message>
    <message>
        <source>An add-on</source>
        <translation>추가 구성</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Writes the reward (Enter)</source>
        <translation>리워드를 저장합니다 (Enter)</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”은(는) 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Ticket in it</source>
        <translation>포함된 티켓</translation>
    </message>
    <message>
        <source>Issued when the campaign is funded; put it on sale at the box office first</source>
        <translation>캠페인이 성사되면 발권됩니다. 먼저 매표소에서 판매 상품으로 등록하세요</translation>
    </message>
    <message>
        <source>How many tickets</source>
        <translation>티켓 매수</translation>
    </message>
    <message>
        <source>In one reward, at least 1</source>
        <translation>리워드 하나당, 1 이상</translation>
    </message>
    <message>
        <source>Thing in it</source>
        <translation>포함된 물품</translation>
    </message>
    <message>
        <source>As it stands on the packing list, for example LP; empty: none</source>
        <translation>포장 목록에 적힐 이름, 예: 음반. 비우면 없음</translation>
    </message>
    <message>
        <source>How many of it</source>
        <translation>물품 수량</translation>
    </message>
    <message>
        <source>Digital in it</source>
        <translation>포함된 디지털 콘텐츠</translation>
    </message>
    <message>
        <source>What is sent without a parcel, for example the recording; empty: nothing</source>
        <translation>상자 없이 보내는 것, 예: 음원. 비우면 없음</translation>
    </message>
</context>
<context>
    <name>encore::ui::RewardModel</name>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>add-on</source>
        <translation>추가 구성</translation>
    </message>
    <message>
        <source>is sent</source>
        <translation>배송</translation>
    </message>
    <message>
        <source>price is fixed</source>
        <translation>가격 고정</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>리워드</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>수량 제한</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>encore::ui::RewardOverviewModel</name>
    <message>
        <source>no limit</source>
        <translation>제한 없음</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>매진</translation>
    </message>
    <message>
        <source>can be chosen</source>
        <translation>선택 가능</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>리워드</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>캠페인</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>가격</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>encore::ui::RewardsPage</name>
    <message>
        <source>Rewards</source>
        <translation>리워드</translation>
    </message>
    <message>
        <source>Rewards of all campaigns; Enter opens those of one</source>
        <translation>모든 캠페인의 리워드. Enter로 엽니다</translation>
    </message>
    <message>
        <source>There are no rewards yet. They are added inside a campaign.</source>
        <translation>아직 리워드가 없습니다. 캠페인 안에서 추가합니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::RewardsTab</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (사본)</translation>
    </message>
    <message>
        <source>Add a reward…</source>
        <translation>리워드 추가…</translation>
    </message>
    <message>
        <source>Something new that backers may choose</source>
        <translation>후원자가 선택할 새 리워드</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Changes the chosen reward</source>
        <translation>고른 리워드를 바꿉니다</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>복제…</translation>
    </message>
    <message>
        <source>A new reward that begins like the chosen one</source>
        <translation>고른 리워드처럼 시작하는 새 리워드</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>위로</translation>
    </message>
    <message>
        <source>Further up on the page</source>
        <translation>페이지에서 위로 옮깁니다</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>아래로</translation>
    </message>
    <message>
        <source>Further down on the page</source>
        <translation>페이지에서 아래로 옮깁니다</translation>
    </message>
    <message>
        <source>Offer again</source>
        <translation>다시 제공</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>Takes it off the page; what was chosen stands</source>
        <translation>페이지에서 내립니다. 이미 선택한 것은 그대로입니다</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Only one that nobody chose; others can be closed</source>
        <translation>아무도 선택하지 않은 것만 됩니다. 다른 것은 마감할 수 있습니다</translation>
    </message>
    <message>
        <source>Rewards, in the order of the page</source>
        <translation>페이지 순서대로 본 리워드</translation>
    </message>
    <message>
        <source>There are no rewards yet. Add what backers get: a ticket, a record, a thank-you.</source>
        <translation>아직 리워드가 없습니다. 후원자가 받을 것을 추가하세요. 티켓, 음반, 감사 인사.</translation>
    </message>
    <message>
        <source>Remove this reward?</source>
        <translation>이 리워드를 삭제할까요?</translation>
    </message>
    <message>
        <source>“%1” goes from the page. Nobody chose it.</source>
        <translation>페이지에서 “%1”이(가) 사라집니다. 아무도 선택하지 않았습니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Rewards from a table, with a look at what would change first</source>
        <translation>표에서 리워드를 가져옵니다. 바뀔 내용을 먼저 보여 드립니다</translation>
    </message>
    <message>
        <source>Import rewards</source>
        <translation>리워드 가져오기</translation>
    </message>
    <message>
        <source>A row whose number or title is known changes that reward, any other adds one. Empty cells change nothing.</source>
        <translation>번호나 제목이 같은 행은 그 리워드를 바꾸고, 나머지는 새로 추가합니다. 빈칸은 아무것도 바꾸지 않습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::SearchModel</name>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>inside since %1</source>
        <translation>%1 입장</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>입장함</translation>
    </message>
    <message>
        <source>Seat %1</source>
        <translation>좌석 %1</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>관람객</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>권종</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>공연</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>좌석</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>주문</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>encore::ui::SearchPanel</name>
    <message>
        <source>Searching…</source>
        <translation>찾는 중입니다…</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>티켓 %n장</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody of that name. Press Enter to check it as a code.</source>
        <translation>해당하는 이름이 없습니다. Enter를 누르면 코드로 확인합니다.</translation>
    </message>
    <message>
        <source>Nothing found. Try the beginning of a name, an order or a seat.</source>
        <translation>찾지 못했습니다. 이름, 주문, 좌석의 앞부분으로 찾아 보세요.</translation>
    </message>
    <message>
        <source>Why is there no code to scan?</source>
        <translation>코드를 스캔하지 않는 이유</translation>
    </message>
    <message>
        <source>Phone is dead or lost</source>
        <translation>휴대폰 방전 또는 분실</translation>
    </message>
    <message>
        <source>Ticket forgotten, ID checked</source>
        <translation>티켓 미지참, 신분 확인함</translation>
    </message>
    <message>
        <source>Code cannot be read</source>
        <translation>코드를 읽을 수 없음</translation>
    </message>
    <message>
        <source>Another reason…</source>
        <translation>다른 이유…</translation>
    </message>
    <message>
        <source>Admit by name</source>
        <translation>이름으로 입장</translation>
    </message>
    <message>
        <source>Name, order, seat or code</source>
        <translation>이름, 주문, 좌석 또는 코드</translation>
    </message>
    <message>
        <source>Search guests or type a code</source>
        <translation>관람객 찾기 또는 코드 입력</translation>
    </message>
    <message>
        <source>Finds guests by name, order or seat; a typed code is checked with Enter (Ctrl+F)</source>
        <translation>이름, 주문, 좌석으로 관람객을 찾습니다. 입력한 코드는 Enter로 확인합니다 (Ctrl+F)</translation>
    </message>
    <message>
        <source>Guests found</source>
        <translation>찾은 관람객</translation>
    </message>
    <message>
        <source>Choose a guest with the arrow keys, then Enter</source>
        <translation>화살표 키로 관람객을 고르고 Enter를 누르세요</translation>
    </message>
    <message>
        <source>Admit by name…</source>
        <translation>이름으로 입장…</translation>
    </message>
    <message>
        <source>Admits the chosen guest without a code; asks for the reason (Enter)</source>
        <translation>선택한 관람객을 코드 없이 입장 처리합니다. 이유를 묻습니다 (Enter)</translation>
    </message>
</context>
<context>
    <name>encore::ui::SecretForm</name>
    <message>
        <source>Set; empty: it stays</source>
        <translation>설정됨, 비우면 그대로</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>설정 안 됨</translation>
    </message>
</context>
<context>
    <name>encore::ui::SendingTab</name>
    <message>
        <source>Mark as sent…</source>
        <translation>발송 처리…</translation>
    </message>
    <message>
        <source>What of the chosen pledge has left the house</source>
        <translation>선택한 후원에서 보낸 물품을 기록합니다</translation>
    </message>
    <message>
        <source>Address…</source>
        <translation>주소…</translation>
    </message>
    <message>
        <source>Where the chosen pledge&apos;s things go</source>
        <translation>선택한 후원의 물품을 보낼 곳</translation>
    </message>
    <message>
        <source>Packing list…</source>
        <translation>포장 목록…</translation>
    </message>
    <message>
        <source>A slip for every parcel that can leave now, as PDF</source>
        <translation>지금 보낼 수 있는 상자마다 한 장씩, PDF로</translation>
    </message>
    <message>
        <source>Import numbers…</source>
        <translation>운송장 가져오기…</translation>
    </message>
    <message>
        <source>Tracking numbers from a carrier&apos;s table</source>
        <translation>택배사 표의 운송장 번호</translation>
    </message>
    <message>
        <source>Also what was sent</source>
        <translation>보낸 것도 보기</translation>
    </message>
    <message>
        <source>Shows pledges of which everything has left</source>
        <translation>모두 발송된 후원도 보여 줍니다</translation>
    </message>
    <message>
        <source>What is to be sent</source>
        <translation>보낼 것</translation>
    </message>
    <message>
        <source>%1: sent %L2 of %L3</source>
        <translation>%1: %L3개 중 %L2개 발송</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>모두 보냈습니다.</translation>
    </message>
    <message>
        <source>There is nothing to send: no reward has a thing in it.</source>
        <translation>보낼 것이 없습니다. 물품이 들어 있는 리워드가 없습니다.</translation>
    </message>
    <message>
        <source>Things are sent once the campaign is funded.</source>
        <translation>물품은 캠페인이 성사된 뒤에 보냅니다.</translation>
    </message>
    <message>
        <source>Save the packing list</source>
        <translation>포장 목록 저장</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF 파일 (*.pdf)</translation>
    </message>
    <message>
        <source>Writing the slips…</source>
        <translation>포장 목록을 만드는 중…</translation>
    </message>
    <message>
        <source>Slips: %L1, saved in %2.</source>
        <translation>포장 목록 %L1장을 %2에 저장했습니다.</translation>
    </message>
    <message>
        <source>Pledges without an address: %L1.</source>
        <translation>주소가 없는 후원: %L1건.</translation>
    </message>
    <message>
        <source>Import tracking numbers</source>
        <translation>운송장 번호 가져오기</translation>
    </message>
    <message>
        <source>One row a parcel: the pledge&apos;s number, the carrier and its number. Whatever is open of the pledge counts as sent.</source>
        <translation>상자 하나당 한 행: 후원 번호, 택배사, 운송장 번호. 후원에서 남은 것은 모두 보낸 것으로 처리합니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::SerialSource</name>
    <message>
        <source>Serial scanner</source>
        <translation>시리얼 스캐너</translation>
    </message>
    <message>
        <source>Serial scanner at %1</source>
        <translation>시리얼 스캐너(%1)</translation>
    </message>
</context>
<context>
    <name>encore::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The language of everything on this screen</source>
        <translation>이 화면 전체의 언어</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>밝게, 어둡게, 고대비</translation>
    </message>
    <message>
        <source>Name of this desk</source>
        <translation>이 기기의 이름</translation>
    </message>
    <message>
        <source>Stands beside every scan made here; takes effect at the next start</source>
        <translation>여기서 한 모든 스캔에 표시됩니다. 다음 실행부터 적용됩니다</translation>
    </message>
    <message>
        <source>Hide names at the door</source>
        <translation>입장 화면에서 이름 숨기기</translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation>현재 PIN</translation>
    </message>
    <message>
        <source>Only where a PIN is set already</source>
        <translation>이미 PIN이 있을 때만 입력합니다</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>새 PIN</translation>
    </message>
    <message>
        <source>4 to 12 digits; it makes a supervisor of whoever knows it</source>
        <translation>숫자 4~12자리. 아는 사람은 관리자가 됩니다</translation>
    </message>
    <message>
        <source>Set the PIN of this desk</source>
        <translation>이 기기의 PIN 정하기</translation>
    </message>
    <message>
        <source>Set PIN</source>
        <translation>PIN 정하기</translation>
    </message>
    <message>
        <source>Full screen with the door alone; leaving needs the PIN (F11)</source>
        <translation>입장 화면만 전체 화면으로 보여 줍니다. 나갈 때 PIN이 필요합니다 (F11)</translation>
    </message>
    <message>
        <source>Start kiosk mode</source>
        <translation>키오스크 모드 시작</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>The PIN is set.</source>
        <translation>PIN을 정했습니다.</translation>
    </message>
    <message>
        <source>Data of this workspace</source>
        <translation>작업공간 데이터</translation>
    </message>
    <message>
        <source>Reads tickets, gates and performances from a file; all of it or nothing</source>
        <translation>파일에서 티켓, 게이트, 공연을 읽습니다. 전부 아니면 전혀 가져오지 않습니다</translation>
    </message>
    <message>
        <source>Import a bundle…</source>
        <translation>번들 가져오기…</translation>
    </message>
    <message>
        <source>Writes everything a door needs into a file, names included</source>
        <translation>이름을 포함해 입장에 필요한 모든 것을 파일로 씁니다</translation>
    </message>
    <message>
        <source>Export as a bundle…</source>
        <translation>번들로 내보내기…</translation>
    </message>
</context>
<context>
    <name>encore::ui::ShareModel</name>
    <message>
        <source>Units</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>금액</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>비율</translation>
    </message>
</context>
<context>
    <name>encore::ui::StatusModel</name>
    <message>
        <source>Gate</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>장내</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>정원</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>입장</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>퇴장</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Not on list</source>
        <translation>명단 외</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>구역</translation>
    </message>
    <message>
        <source>Zone inside</source>
        <translation>구역 장내</translation>
    </message>
    <message>
        <source>Zone limit</source>
        <translation>구역 정원</translation>
    </message>
</context>
<context>
    <name>encore::ui::StewardPanel</name>
    <message>
        <source>Entry</source>
        <translation>입장</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>퇴장</translation>
    </message>
    <message>
        <source>Look only</source>
        <translation>조회 전용</translation>
    </message>
    <message>
        <source>of %1 inside</source>
        <translation>/ %1명 입장 중</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>명 입장 중</translation>
    </message>
    <message>
        <source>Readiness: %1</source>
        <translation>준비 상태: %1</translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>취소: %1</translation>
    </message>
    <message>
        <source>Wrong person</source>
        <translation>다른 사람</translation>
    </message>
    <message>
        <source>Scanned by mistake</source>
        <translation>잘못 스캔함</translation>
    </message>
    <message>
        <source>Guest turned back</source>
        <translation>관람객이 되돌아감</translation>
    </message>
    <message>
        <source>Lets guests in (F2)</source>
        <translation>관람객을 입장시킵니다 (F2)</translation>
    </message>
    <message>
        <source>Lets guests out (F3)</source>
        <translation>관람객을 퇴장 처리합니다 (F3)</translation>
    </message>
    <message>
        <source>Shows what would happen; admits nobody (F4)</source>
        <translation>결과만 보여 주고 입장 처리하지 않습니다 (F4)</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>되돌리기…</translation>
    </message>
    <message>
        <source>Takes back the chosen scan, with a reason (Ctrl+Z)</source>
        <translation>선택한 스캔을 이유와 함께 취소합니다 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>이미지 열기…</translation>
    </message>
    <message>
        <source>Reads codes from an image or PDF; or drop it here (Ctrl+O)</source>
        <translation>이미지나 PDF에서 코드를 읽습니다. 끌어다 놓아도 됩니다 (Ctrl+O)</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Counts, lists and settings, behind the PIN (Ctrl+L)</source>
        <translation>집계, 명단, 설정입니다. PIN이 필요합니다 (Ctrl+L)</translation>
    </message>
    <message>
        <source>Last scans</source>
        <translation>최근 스캔</translation>
    </message>
    <message>
        <source>Choose a scan to take it back</source>
        <translation>취소할 스캔을 고르세요</translation>
    </message>
    <message>
        <source>Nobody has been scanned at this gate yet.</source>
        <translation>이 게이트에서 아직 스캔한 사람이 없습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::StoryTab</name>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>What the campaign is called</source>
        <translation>캠페인 이름</translation>
    </message>
    <message>
        <source>In a sentence</source>
        <translation>한 문장으로</translation>
    </message>
    <message>
        <source>Stands under the title</source>
        <translation>제목 아래에 나타납니다</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>An amount, for example 5,000,000. Frozen once the campaign is live</source>
        <translation>금액을 적으세요. 예: 5,000,000. 공개되면 고정됩니다</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Year-month-day hour:minute, for example 2026-12-01 09:00</source>
        <translation>년-월-일 시:분. 예: 2026-12-01 09:00</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>마감</translation>
    </message>
    <message>
        <source>A pledge at this moment is too late. Frozen once the campaign is live</source>
        <translation>이 시각의 후원은 늦은 것입니다. 공개되면 고정됩니다</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>One word, for example jazz</source>
        <translation>한 낱말. 예: 재즈</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>Where the concert will be</source>
        <translation>공연할 곳</translation>
    </message>
    <message>
        <source>Payout account</source>
        <translation>정산 계좌</translation>
    </message>
    <message>
        <source>Bank and number; the money goes there</source>
        <translation>은행과 번호. 돈이 여기로 갑니다</translation>
    </message>
    <message>
        <source>When backers pay</source>
        <translation>후원자가 결제하는 때</translation>
    </message>
    <message>
        <source>Frozen once the campaign is live</source>
        <translation>공개되면 고정됩니다</translation>
    </message>
    <message>
        <source>Donations only, without rewards</source>
        <translation>리워드 없이 기부만 받기</translation>
    </message>
    <message>
        <source>Otherwise the review asks for at least one reward</source>
        <translation>그렇지 않으면 심사에 리워드가 하나 이상 필요합니다</translation>
    </message>
    <message>
        <source>Story (Markdown)</source>
        <translation>소개 글(마크다운)</translation>
    </message>
    <message>
        <source>Headings with #, bold with **, lists with -</source>
        <translation>제목은 #, 굵게는 **, 목록은 -</translation>
    </message>
    <message>
        <source>As backers see it</source>
        <translation>후원자가 보는 모습</translation>
    </message>
    <message>
        <source>Changes while you write</source>
        <translation>쓰는 동안 바뀝니다</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Takes the last saved edit back</source>
        <translation>마지막으로 저장한 편집을 되돌립니다</translation>
    </message>
    <message>
        <source>Do again</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Does what was taken back again</source>
        <translation>되돌린 것을 다시 합니다</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Forgets what is not saved</source>
        <translation>저장하지 않은 것을 잊습니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Writes the changed fields</source>
        <translation>바뀐 항목을 저장합니다</translation>
    </message>
    <message>
        <source>At once; refunded when the goal is missed</source>
        <translation>바로 결제하고 목표 미달이면 환불</translation>
    </message>
    <message>
        <source>When the goal is reached</source>
        <translation>목표를 달성했을 때</translation>
    </message>
</context>
<context>
    <name>encore::ui::SupervisorPanel</name>
    <message>
        <source>There are no gates yet.</source>
        <translation>아직 게이트가 없습니다.</translation>
    </message>
    <message>
        <source>No scan was refused so far.</source>
        <translation>거절된 스캔이 없습니다.</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>관리자</translation>
    </message>
    <message>
        <source>Back to the door</source>
        <translation>입장 화면으로</translation>
    </message>
    <message>
        <source>Closes this and asks for the PIN next time (Esc)</source>
        <translation>닫습니다. 다음에는 PIN을 다시 묻습니다 (Esc)</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>집계</translation>
    </message>
    <message>
        <source>Arrivals</source>
        <translation>입장 추이</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>준비 상태</translation>
    </message>
    <message>
        <source>Failed scans</source>
        <translation>실패한 스캔</translation>
    </message>
    <message>
        <source>Door list</source>
        <translation>입장 명단</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Counts of gates and zones</source>
        <translation>게이트와 구역별 집계</translation>
    </message>
    <message>
        <source>Whether this desk is ready, point by point</source>
        <translation>이 데스크의 준비 상태를 항목별로 보여 줍니다</translation>
    </message>
    <message>
        <source>Failed scans, newest first</source>
        <translation>실패한 스캔, 최신순</translation>
    </message>
</context>
<context>
    <name>encore::ui::SyncPage</name>
    <message>
        <source>Sync</source>
        <translation>동기화</translation>
    </message>
    <message>
        <source>Another workspace…</source>
        <translation>다른 작업공간…</translation>
    </message>
    <message>
        <source>Opens another file in place of this one</source>
        <translation>이 파일 대신 다른 파일을 엽니다</translation>
    </message>
    <message>
        <source>Take in a saved file…</source>
        <translation>저장한 파일 가져오기…</translation>
    </message>
    <message>
        <source>Puts what another desk saved into this one&apos;s queue</source>
        <translation>다른 데스크가 저장한 일을 이 대기열에 넣습니다</translation>
    </message>
    <message>
        <source>Save what waits…</source>
        <translation>대기 중인 일 저장…</translation>
    </message>
    <message>
        <source>Writes what was done here and is nowhere else into a file</source>
        <translation>여기에만 있는 일을 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compares everything here with the server, and proves that it is the same</source>
        <translation>모든 내용을 서버와 비교해 같음을 증명합니다</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>지금 시도</translation>
    </message>
    <message>
        <source>Asks the server at once instead of waiting</source>
        <translation>기다리지 않고 바로 서버에 묻습니다</translation>
    </message>
    <message>
        <source>Changes and findings</source>
        <translation>변경과 발견</translation>
    </message>
    <message>
        <source>What was done here, and what came out when desks heard of each other</source>
        <translation>여기서 한 일과 데스크들이 서로 알게 되며 드러난 것</translation>
    </message>
    <message>
        <source>Changes of this desk</source>
        <translation>이 데스크의 변경</translation>
    </message>
    <message>
        <source>Nothing waits: everything that was done here is at the server.</source>
        <translation>대기 중인 것이 없습니다. 여기서 한 일은 모두 서버에 있습니다.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>발견</translation>
    </message>
    <message>
        <source>No ticket was let in twice.</source>
        <translation>두 번 입장한 티켓이 없습니다.</translation>
    </message>
    <message>
        <source>%1  ·  you are %2 (%3)</source>
        <translation>%1  ·  %2(%3)(으)로 로그인함</translation>
    </message>
    <message>
        <source>This workspace stands alone: everything works, and nothing leaves this computer. With a server, several desks sell, scan and edit together, also while one of them is without a network.</source>
        <translation>이 작업공간은 독립적입니다. 모든 기능이 작동하며 아무것도 이 컴퓨터를 떠나지 않습니다. 서버에 연결하면 여러 데스크가 함께 판매하고 스캔하고 편집하며, 네트워크가 끊긴 데스크도 계속 일할 수 있습니다.</translation>
    </message>
    <message>
        <source>Not the same as at the server: %1. It is fetched again.</source>
        <translation>서버와 다름: %1. 다시 가져옵니다.</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>서버에 연결…</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>잠금 해제…</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>다시 로그인…</translation>
    </message>
    <message>
        <source>Makes a desk of a house, in a file of its own</source>
        <translation>별도의 파일에 서버의 데스크를 만듭니다</translation>
    </message>
    <message>
        <source>Opens the sealed key of this desk</source>
        <translation>이 데스크의 봉인된 키를 엽니다</translation>
    </message>
    <message>
        <source>The server lets this desk in anew; what waits is kept</source>
        <translation>서버가 이 데스크를 새로 등록합니다. 대기 중인 일은 보존됩니다</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Unlock this desk</source>
        <translation>데스크 잠금 해제</translation>
    </message>
    <message>
        <source>The key of this desk is sealed with the passphrase that was chosen when it came in.</source>
        <translation>이 데스크의 키는 등록할 때 정한 암호 문구로 봉인되어 있습니다.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>잠금 해제</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>암호 문구</translation>
    </message>
    <message>
        <source>Is not kept</source>
        <translation>저장하지 않습니다</translation>
    </message>
    <message>
        <source>Save what waits</source>
        <translation>대기 중인 일 저장</translation>
    </message>
    <message>
        <source>Take in a saved file</source>
        <translation>저장한 파일 가져오기</translation>
    </message>
    <message>
        <source>Open another workspace</source>
        <translation>다른 작업공간 열기</translation>
    </message>
    <message>
        <source>Workspaces (*.encore)</source>
        <translation>작업공간 (*.encore)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Meet on this network…</source>
        <translation>이 네트워크에서 만나기…</translation>
    </message>
    <message>
        <source>Desks near each other tell whom they let in, also without internet and server</source>
        <translation>인터넷과 서버가 없어도 가까운 데스크끼리 누구를 입장시켰는지 알려 줍니다</translation>
    </message>
    <message>
        <source>What was done here is sealed: only the house can open it. Save the sealed file and hand it over.</source>
        <translation>여기서 한 일은 봉인되어 서버에서만 열 수 있습니다. 봉인 파일을 저장해 전달해 주세요.</translation>
    </message>
    <message>
        <source>Save the sealed file…</source>
        <translation>봉인 파일 저장…</translation>
    </message>
    <message>
        <source>Writes the sealed commands into a file, which a supervisor takes in on the Sync screen of another desk</source>
        <translation>봉인된 명령을 파일로 저장합니다. 관리자가 다른 데스크의 동기화 화면에서 불러옵니다</translation>
    </message>
</context>
<context>
    <name>encore::ui::TakeMoneyDialog</name>
    <message>
        <source>Take the money</source>
        <translation>수납</translation>
    </message>
    <message>
        <source>This order was not sold here, so that its money cannot be taken here.</source>
        <translation>여기서 판매한 주문이 아니라 여기서 수납할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::UpdatesTab</name>
    <message>
        <source>Title of the update</source>
        <translation>소식의 제목</translation>
    </message>
    <message>
        <source>What it is about, in a few words</source>
        <translation>무엇에 관한 것인지 몇 낱말로</translation>
    </message>
    <message>
        <source>What backers should know</source>
        <translation>후원자가 알아야 할 것</translation>
    </message>
    <message>
        <source>Markdown; shown as text</source>
        <translation>마크다운이며 글로만 보여 줍니다</translation>
    </message>
    <message>
        <source>Only for backers</source>
        <translation>후원자에게만</translation>
    </message>
    <message>
        <source>Otherwise everybody can read it</source>
        <translation>그렇지 않으면 누구나 읽을 수 있습니다</translation>
    </message>
    <message>
        <source>Tell the backers</source>
        <translation>후원자에게 알리기</translation>
    </message>
    <message>
        <source>It stands on the campaign&apos;s page from then on</source>
        <translation>그때부터 캠페인 페이지에 나타납니다</translation>
    </message>
    <message>
        <source>Told so far</source>
        <translation>지금까지 알린 것</translation>
    </message>
    <message>
        <source>only for backers</source>
        <translation>후원자 전용</translation>
    </message>
    <message>
        <source>Nothing yet. Backers like to hear how it goes.</source>
        <translation>아직 없습니다. 후원자는 소식을 기다립니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::UserDialog</name>
    <message>
        <source>Change somebody</source>
        <translation>사용자 변경</translation>
    </message>
    <message>
        <source>Let somebody sign in</source>
        <translation>로그인 허용</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>By which they sign in; it cannot be changed later</source>
        <translation>로그인에 쓰는 이메일. 나중에 바꿀 수 없습니다</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>As people call them</source>
        <translation>사람들이 부르는 이름</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>기록상 이름</translation>
    </message>
    <message>
        <source>What the log calls them; empty: the e-mail up to its @</source>
        <translation>기록에 남는 이름. 비우면 이메일의 @ 앞부분</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>What they may see and do</source>
        <translation>보고 할 수 있는 일</translation>
    </message>
    <message>
        <source>First password</source>
        <translation>첫 비밀번호</translation>
    </message>
    <message>
        <source>At least 10 characters; empty: cannot sign in yet</source>
        <translation>10자 이상. 비우면 아직 로그인할 수 없습니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>등록</translation>
    </message>
    <message>
        <source>Takes effect at once</source>
        <translation>바로 적용됩니다</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>서버에 묻는 중 …</translation>
    </message>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>비밀번호는 %1자 이상이어야 합니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::UserModel</name>
    <message>
        <source>shut out</source>
        <translation>차단됨</translation>
    </message>
    <message>
        <source>can sign in</source>
        <translation>로그인 가능</translation>
    </message>
    <message>
        <source>has no password yet</source>
        <translation>비밀번호 없음</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>이메일</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>In the log</source>
        <translation>기록상 이름</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
</context>
<context>
    <name>encore::ui::VerdictFace</name>
    <message>
        <source>Order %1</source>
        <translation>주문 %1</translation>
    </message>
    <message>
        <source>Not on this desk&apos;s list. The signature is genuine.</source>
        <translation>이 데스크 명단에 없지만 서명은 진짜입니다.</translation>
    </message>
    <message>
        <source>Look twice: check the ticket by eye</source>
        <translation>주의: 티켓을 직접 확인해 주세요</translation>
    </message>
    <message>
        <source>From %1 years</source>
        <translation>%1세 이상 관람</translation>
    </message>
    <message>
        <source>Nothing was recorded. Scan the ticket again.</source>
        <translation>기록되지 않았습니다. 티켓을 다시 스캔해 주세요.</translation>
    </message>
    <message>
        <source>Seat %1</source>
        <translation>좌석 %1</translation>
    </message>
    <message>
        <source>Look only: nobody is admitted, nothing is recorded</source>
        <translation>조회 전용: 입장 처리와 기록을 하지 않습니다</translation>
    </message>
    <message>
        <source>The same ticket again: admitted once</source>
        <translation>같은 티켓입니다. 입장은 한 번만 처리되었습니다</translation>
    </message>
    <message>
        <source>The same code again: nobody more was counted</source>
        <translation>같은 코드입니다: 더 세지 않았습니다</translation>
    </message>
    <message>
        <source>%1 of %2 inside</source>
        <translation>%2명 중 %1명 입장</translation>
    </message>
</context>
<context>
    <name>encore::ui::WebhookDialog</name>
    <message>
        <source>Where it is told what was done</source>
        <translation>한 일을 알릴 곳</translation>
    </message>
    <message>
        <source>Each line of the log is posted there, in order, signed; names and addresses are left out.</source>
        <translation>기록의 각 줄을 순서대로 서명해서 보냅니다. 이름과 주소는 빼고 보냅니다.</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>https://…; empty: nobody is told</source>
        <translation>https://… 비워 두면 아무 데도 알리지 않습니다</translation>
    </message>
    <message>
        <source>Key that signs</source>
        <translation>서명 키</translation>
    </message>
    <message>
        <source>Whoever receives it checks with the same key</source>
        <translation>받는 쪽이 같은 키로 확인합니다</translation>
    </message>
    <message>
        <source>The key is set where the server runs: encorectl webhook secret, or ENCORE_WEBHOOK_SECRET.</source>
        <translation>키는 서버가 있는 곳에서 설정합니다: encorectl webhook secret 또는 ENCORE_WEBHOOK_SECRET.</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>키 지우기</translation>
    </message>
    <message>
        <source>Then nobody is told any more</source>
        <translation>지우면 더는 알리지 않습니다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>It is told there from now on (Enter)</source>
        <translation>지금부터 그곳에 알립니다 (Enter)</translation>
    </message>
    <message>
        <source>Without a key nobody is told.</source>
        <translation>키가 없으면 알릴 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>encore::ui::WedgeSource</name>
    <message>
        <source>Scanner (as a keyboard)</source>
        <translation>스캐너(키보드 방식)</translation>
    </message>
</context>
</TS>
