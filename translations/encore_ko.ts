<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
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
        <source>Save the chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 이미지 (*.png)</translation>
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
        <source>Save as PNG…</source>
        <translation>PNG로 저장…</translation>
    </message>
    <message>
        <source>Save the chart as PNG</source>
        <translation>차트를 PNG로 저장</translation>
    </message>
    <message>
        <source>Writes the chart into a picture file</source>
        <translation>차트를 이미지 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Arrivals per minute</source>
        <translation>분당 입장 수</translation>
    </message>
    <message>
        <source>The numbers of the chart</source>
        <translation>차트의 수치</translation>
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
        <source>The same ticket again: admitted once</source>
        <translation>같은 티켓입니다. 입장은 한 번만 처리되었습니다</translation>
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
        <source>works without a server</source>
        <translation>서버 없이 작동</translation>
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
</context>
<context>
    <name>encore::ui::WedgeSource</name>
    <message>
        <source>Scanner (as a keyboard)</source>
        <translation>스캐너(키보드 방식)</translation>
    </message>
</context>
</TS>
